import type { Scorecard, ScorecardAttribute } from "../../../terms/brief-outputs.ts";
import { roleName } from "../../../terms/role.ts";
import { fileName } from "../../download.ts";
import { scorecardMarkdown } from "../../../brief/outputs/interviews.ts";
import { briefWords } from "../../words/brief.ts";
import { TakeAway } from "./TakeAway.tsx";

const words = briefWords.scorecard;

/** What is rated for this role, by evidence: what counts, what does not, what to ask. */
export function ScorecardView({ scorecard, title }: { scorecard: Scorecard; title: string }) {
  const { role, attributes, asks } = scorecard;
  const markdown = scorecardMarkdown(scorecard);
  if (role === null || markdown === null) return <p className="soft state">{words.none}</p>;
  return (
    <div className="output-card">
      <div className="output-bar">
        <p className="soft">
          {words.about(roleName(role))}
          {asks.length > 0 && ` ${words.asks(asks.join("; "))}`}
        </p>
        <TakeAway text={markdown} type="text/markdown" file={fileName(`${title} scorecard`, "md")} what="Markdown" />
      </div>
      <ul className="attributes">
        {attributes.map((attribute) => (
          <li key={attribute.id}>
            <Attribute attribute={attribute} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Attribute({ attribute: { name, must, counts, countsNot, questions } }: { attribute: ScorecardAttribute }) {
  return (
    <article className="attribute">
      <h2>
        {name} <span className="chip">{must ? words.must : words.nice}</span>
      </h2>
      <div className="attribute-parts">
        <List heading={words.counts} items={counts} />
        <List heading={words.countsNot} items={countsNot} />
        <List heading={words.ask} items={questions} />
      </div>
    </article>
  );
}

function List({ heading, items }: { heading: string; items: readonly string[] }) {
  return (
    <div>
      <h3>{heading}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
