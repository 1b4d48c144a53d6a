import "./no-eval.ts";
import { read } from "../../reading/read.ts";
import { alignText } from "./align.ts";
import { linesOf } from "./lines.ts";
import type { Answered, Asked, Draft, LiveReading } from "./messages.ts";

// The reader beside the page: whatever a text costs, the page answers its keys.
const answer = (message: Answered, transfer: Transferable[] = []) => (globalThis as unknown as { postMessage(message: Answered, transfer: Transferable[]): void }).postMessage(message, transfer);

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const { turn } = data;
  try {
    if ("markup" in data) answer({ turn, lines: linesOf(data.markup) });
    else {
      const live = readDraft(data.read);
      answer({ turn, live }, [live.at.buffer]);
    }
  } catch (error) {
    answer({ turn, failed: error instanceof Error ? error.message : String(error) });
  }
});

function readDraft(draft: Draft): LiveReading {
  const { title, location, company, salary, text: description_text } = draft;
  const { text = "", ...reading } = read({ title, location, company, salary_raw: salary, description_text }, { withText: true });
  const bodyStart = bodyAt(text);
  return { draft, reading, text, bodyStart, at: alignText(text.slice(bodyStart), draft.text) };
}

/** Title, blank line, location, blank line, description. */
function bodyAt(text: string): number {
  return text.indexOf("\n\n", text.indexOf("\n\n") + 2) + 2;
}
