import type { Scorecard, ScorecardAttribute } from "../../../terms/brief-outputs.ts";
import { roleName } from "../../../terms/role.ts";
import { fileName } from "../../download.ts";
import { scorecardMarkdown } from "../../../brief/outputs/interviews.ts";
import { TakeAway } from "./TakeAway.tsx";

/** What is rated for this role, by evidence: what counts, what does not, what to ask. */
export function ScorecardView({ scorecard, title }: { scorecard: Scorecard; title: string }) {
  const { role, attributes } = scorecard;
  const markdown = scorecardMarkdown(scorecard);
  if (role === null || markdown === null) return <p className="soft state">No attributes are known for this role.</p>;
  return (
    <div className="output-card">
      <div className="output-bar">
        <p className="soft">
          Attributes of evidence for {roleName(role)}. None is rated above “not seen” without something that shows it; certificates are recorded, never scored.
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
        {name} <span className="chip">{must ? "must" : "nice to have"}</span>
      </h2>
      <div className="attribute-parts">
        <List heading="Counts" items={counts} />
        <List heading="Does not count" items={countsNot} />
        <List heading="Ask" items={questions} />
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
