import { Fragment, useState } from "react";
import type { Evidence } from "../../../terms/evidence.ts";
import { type Layer, layers } from "../../../terms/layer.ts";
import { count, shown } from "../../figures.ts";
import type { Problem } from "../../brief/problems.ts";
import { briefWords } from "../../words/brief.ts";
import { FigureLine } from "./FigureLine.tsx";

const words = briefWords.problem;

type Props = {
  problem: Problem;
  active: boolean;
  /** Whether these words still stand in the text. */
  stands(quote: Evidence): boolean;
  onShow(quote: Evidence): void;
  onPoint(finding: string | null): void;
};

/** Of the places in the text that it rests on, so many are listed at first. */
const mostQuotes = 12;

/** One thing to mend or to know: what it is, the words it rests on (each goes to its place in the text), what to do, the market's figures. */
export function ProblemCard({ problem, active, stands, onShow, onPoint }: Props) {
  const [all, setAll] = useState(false);
  const { id, severity, name, says, advice, quotes, lookedIn, figures, sources = [] } = problem;
  return (
    <article id={`problem-${id}`} className="brief-card" data-severity={severity} data-active={active || undefined} aria-labelledby={`problem-${id}-name`} onPointerEnter={() => onPoint(problemMark(id))} onPointerLeave={() => onPoint(null)}>
      <h3 id={`problem-${id}-name`}>{name}</h3>
      <p className="brief-card-says">{withSigns(says)}</p>
      {quotes.length > 0 && (
        <ul className="quotes">
          {quotes.slice(0, all ? undefined : mostQuotes).map((quote) => (
            <li key={`${quote.start} ${quote.end}`}>
              <button type="button" className="quote" data-layer={layerOf(quote.of)} disabled={!stands(quote)} onClick={() => onShow(quote)} onFocus={() => onPoint(problemMark(id))} onBlur={() => onPoint(null)}>
                <q>{shortened(shown(quote.text))}</q>
                <span className="unseen">{words.show}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {quotes.length > mostQuotes && !all && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {words.all(count(quotes.length))}
        </button>
      )}
      {lookedIn.length > 0 && <p className="soft">{words.lookedIn(lookedIn.join(", "))}</p>}
      {sources.length > 0 && (
        <p className="soft">
          {words.source}{" "}
          {sources.map(({ title, url }, i) => (
            <Fragment key={url}>
              {i > 0 && ", "}
              <a href={url} target="_blank" rel="noreferrer noopener">
                {title}
              </a>
            </Fragment>
          ))}
        </p>
      )}
      {figures.length > 0 && (
        <ul className="figures">
          {figures.map((figure) => (
            <li key={figure.what}>
              <FigureLine figure={figure} />
            </li>
          ))}
        </ul>
      )}
      {advice !== null && <p className="brief-card-advice">{advice}</p>}
    </article>
  );
}

/** The name that a problem's words bear among the editor's marks. */
export function problemMark(id: string): string {
  return `flag-${id}`;
}

/** A sign stays on the line of its number. */
function withSigns(text: string): string {
  return text.replaceAll(/(\d) %/g, "$1\u00a0%");
}

const QUOTE_UNITS = 160;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= QUOTE_UNITS ? line : `${line.slice(0, QUOTE_UNITS - 1)}…`;
}

function layerOf(of: string | null): Layer | undefined {
  return layers.find((layer) => layer === of);
}
