import { TextInput } from "@mantine/core";
import { recordedSays } from "../../../brief/transparency/recorded.ts";
import { checkStates } from "../../../brief/words.ts";
import type { Evidence } from "../../../terms/evidence.ts";
import type { CheckState, TransparencyCheck, TransparencyResult } from "../../../terms/transparency.ts";
import { date, shown } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import type { Draft } from "../../brief/messages.ts";

const words = briefWords.rules;

type Props = { read: boolean; /** Places that were typed and that nobody knows. */ unknown: readonly string[]; results: readonly TransparencyResult[]; draft: Draft; error: Error | null; onChange(part: Partial<Draft>): void; onShow(quote: Evidence): void };

/** Rules on pay in postings by place, each with its checks, its source and the day it was last read there. It says what the text shows, no more. */
export function Transparency({ results, read, unknown, draft, error, onChange, onShow }: Props) {
  return (
    <>
      <p className="soft">{words.about}</p>
      <div className="rule-options">
        <TextInput size="xs" label={words.places} placeholder={words.placesHint} value={draft.places} maxLength={300} error={unknown.length === 0 ? null : words.unknownPlaces(unknown.map(shown).join(", "))} onChange={(event) => onChange({ places: event.currentTarget.value })} />
        <TextInput size="xs" label={words.employees} placeholder={words.employeesHint} inputMode="numeric" value={draft.employees} maxLength={12} onChange={(event) => onChange({ employees: event.currentTarget.value })} />
      </div>
      {error !== null && <p role="alert">{words.failed(error.message)}</p>}
      {read && error === null && results.length === 0 && <p className="soft">{words.none}</p>}
      {results.map((result) => (
        <Rule key={result.rule} result={result} onShow={onShow} />
      ))}
    </>
  );
}

const order: CheckState[] = ["fail", "unknown", "pass", "not-applicable"];

function Rule({ result, onShow }: { result: TransparencyResult; onShow(quote: Evidence): void }) {
  const counts = order.map((state) => ({ state, n: result.checks.filter((check) => check.state === state).length })).filter(({ n }) => n > 0);
  const open = counts.some(({ state }) => state === "fail");
  return (
    <details className="rule" open={open}>
      <summary>
        <span className="rule-name">{result.name}</span>{" "}
        <span className="rule-counts">
          {counts.map(({ state, n }) => (
            <span key={state} className="check-state" data-state={state}>
              {n} {checkStates[state]}
            </span>
          ))}
        </span>
      </summary>
      <p className="soft">
        {result.law}
        {result.from !== null && words.since(date(result.from))}. {capital(result.because)}
      </p>
      <ul className="checks">
        {result.checks
          .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
          .map((check) => (
            <li key={check.check}>
              <Check check={check} onShow={onShow} />
            </li>
          ))}
      </ul>
      {result.notes.length > 0 && <p className="soft">{result.notes.join(" ")}</p>}
      <p className="soft">
        {words.source}{" "}
        <a href={webAddress(result.source.url)} target="_blank" rel="noreferrer noopener">
          {result.source.title}
        </a>
        , {recordedSays(result)}
      </p>
    </details>
  );
}

function Check({ check, onShow }: { check: TransparencyCheck; onShow(quote: Evidence): void }) {
  const [quote] = check.quotes;
  return (
    <>
      <span className="check-state" data-state={check.state}>
        {checkStates[check.state]}
      </span>{" "}
      <span>
        {check.name} <span className="soft">{check.because}</span>{" "}
        {quote !== undefined && (
          <button type="button" className="link soft" onClick={() => onShow(quote)}>
            {words.show}<span className="unseen">: {check.name}</span>
          </button>
        )}
      </span>
    </>
  );
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function webAddress(url: string): string | undefined {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
