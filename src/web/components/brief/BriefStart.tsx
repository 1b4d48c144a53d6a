import { Button } from "@mantine/core";
import { example } from "../../brief/example.ts";
import type { Draft } from "../../brief/messages.ts";

type Props = { onStart(draft: Draft): void; onWrite(): void };

/** Beside an empty page: how to fill it. */
export function BriefStart({ onStart, onWrite }: Props) {
  return (
    <div className="brief-start">
      <h2>Start here</h2>
      <p className="soft">Paste a description into the page on the left. As you write, this column shows what it says, what it does not, and what the market says of it, with the words it rests on.</p>
      <div className="start-ways">
        <Button variant="default" size="xs" onClick={onWrite}>
          Write or paste
        </Button>
        <Button variant="default" size="xs" onClick={() => onStart(example)}>
          Open the invented example
        </Button>
      </div>
    </div>
  );
}
