import { Button } from "@mantine/core";
import { useState } from "react";
import { download } from "../../download.ts";

type Props = { text: string; type: string; file: string; what: string };

/** A text to be copied, or saved as a file. */
export function TakeAway({ text, type, file, what }: Props) {
  const [done, setDone] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone("Copied.");
    } catch {
      setDone("The browser does not let a page copy here: download it, or select it by hand.");
    }
  };
  return (
    <div className="take-away">
      <Button variant="default" size="xs" onClick={() => void copy()}>
        Copy {what}
      </Button>
      <Button variant="default" size="xs" onClick={() => download(text, type, file)}>
        Download {what}
      </Button>
      <output className="soft">{done}</output>
    </div>
  );
}
