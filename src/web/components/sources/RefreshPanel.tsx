import type { RefreshState } from "../../../terms/source.ts";
import { count, plural, shown } from "../../figures.ts";
import { sourceWords } from "../../words/sources.ts";
import { health } from "./source-search.ts";

const words = sourceWords.refresh;
const mostNamed = 3;

type Props = { state: RefreshState; left: string | null; cancelling: boolean; onCancel(): void };

/** A refresh as it goes on: how many are done, what is left, what is being asked, what came; the last one's end where none goes on. */
export function RefreshPanel({ state, left, cancelling, onCancel }: Props) {
  const { running, done, all, fetching, stopped, failed } = state;
  if (!running) return <Ended state={state} />;
  const named = fetching.slice(0, mostNamed).map(shown).join(", ");
  const rest = fetching.length > mostNamed ? ` ${words.more(fetching.length - mostNamed)}` : "";
  return (
    <section className="refresh" aria-label={words.title}>
      <div className="refresh-line">
        <progress max={Math.max(1, all)} value={done.length} aria-label={words.progress(count(done.length), count(all))} />
        <b>{words.progress(count(done.length), count(all))}</b>
        <span className="soft">{stopped ? words.cancelling : left === null ? words.starting : words.left(left)}</span>
        <button type="button" className="button" disabled={stopped || cancelling} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      <p className="soft refresh-now">
        {sumsOf(state)}
        {named !== "" && ` · ${words.now(named)}${rest}`}
      </p>
      <output className="unseen">{done.length % 10 === 0 ? words.progress(count(done.length), count(all)) : ""}</output>
      {failed !== null && <p role="alert">{failed}</p>}
    </section>
  );
}

function Ended({ state }: { state: RefreshState }) {
  const { done, all, stopped, failed, started } = state;
  if (started === null) return null;
  if (failed !== null) {
    return (
      <p role="alert" className="refresh refused">
        {words.broke(shown(failed))}
      </p>
    );
  }
  return (
    <output className="refresh">
      {stopped ? words.stopped(count(done.length), count(all)) : words.ended(plural(done.length, "source"))}
      {done.length > 0 && <span className="soft"> · {sumsOf(state)}</span>}
    </output>
  );
}

function sumsOf({ done }: RefreshState): string {
  const sum = (of: "added" | "changed" | "gone") => done.reduce((all, one) => all + one[of], 0);
  const inHealth = (wanted: string) => done.filter(({ status }) => health({ kind: "ashby", status }) === wanted).length;
  const { added, changed, gone, failed, unknown } = words.counts;
  const parts = [[sum("added"), added], [sum("changed"), changed], [sum("gone"), gone], [inHealth("unknown"), unknown], [inHealth("failed"), failed]] as const;
  return parts.flatMap(([n, word], i) => (n > 0 || i === 0 ? [`${count(n)} ${word}`] : [])).join(", ");
}
