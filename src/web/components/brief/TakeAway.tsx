import { Button } from "@mantine/core";
import { useState } from "react";
import { download } from "../../download.ts";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.takeAway;

type Props = { text: string; type: string; file: string; what: string };

/** A text to be copied, or saved as a file. */
export function TakeAway({ text, type, file, what }: Props) {
  const [done, setDone] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(words.copied);
    } catch {
      setDone(words.noCopy);
    }
  };
  return (
    <div className="take-away">
      <Button variant="default" size="xs" onClick={() => void copy()}>
        {words.copy(what)}
      </Button>
      <Button variant="default" size="xs" onClick={() => download(text, type, file)}>
        {words.download(what)}
      </Button>
      <output className="soft">{done}</output>
    </div>
  );
}
