import { shellWords } from "../../words/shell.ts";
import { WholeWords } from "./WholeWords.tsx";

/** What stands where an answer should, when it did not come: what happened, and the press that asks again. With a title where it is one part of a page. */
export function Failed({ title, error, retry }: { title?: string; error: unknown; retry(): void }) {
  return (
    <div className="state" role="alert">
      <h2>{title === undefined ? shellWords.failed.head : `${title}: ${shellWords.failed.head.toLowerCase()}`}</h2>
      <p className="soft">
        <WholeWords text={error instanceof Error ? error.message : String(error)} />
      </p>
      <button type="button" className="button" onClick={retry}>
        {shellWords.failed.again}
      </button>
    </div>
  );
}
