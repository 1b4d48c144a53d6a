import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { BriefOutputs, Description } from "../../../terms/brief-outputs.ts";
import { fileName } from "../../download.ts";
import { briefWords } from "../../words/brief.ts";
import { TakeAway } from "./TakeAway.tsx";

const words = briefWords.description;

const forms = [
  { value: "reading", label: words.toRead },
  { value: "markdown", label: "Markdown" },
  { value: "html", label: "HTML" },
  { value: "json", label: "JSON-LD" },
];

/** The author's own sentences in order: what is missing is a marked gap, what was left out is beside it with why. */
export function DescriptionView({ outputs }: { outputs: BriefOutputs }) {
  const { description, markdown, html, jsonLd } = outputs;
  const [form, setForm] = useState("reading");
  const json = JSON.stringify(jsonLd.document, null, 2);
  const [text, type, extension, what] = form === "html" ? [html, "text/html", "html", "HTML"] : form === "json" ? [json, "application/ld+json", "jsonld", "JSON-LD"] : [markdown, "text/markdown", "md", "Markdown"];
  return (
    <div className="brief-grid">
      <section aria-label={words.title} className="brief-sheet output-sheet">
        <div className="output-bar">
          <SegmentedControl size="xs" aria-label={words.form} data={forms} value={form} onChange={setForm} />
          <TakeAway text={text!} type={type!} file={fileName(description.title, extension!)} what={what!} />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        {form === "reading" ? <Readable description={description} /> : <pre tabIndex={0}>{text}</pre>}
      </section>
      <div className="brief-findings output-side">
        <section className="brief-part" aria-labelledby="removed">
          <h2 id="removed">{words.removed}</h2>
          <div className="brief-part-body">
            {description.removed.length === 0 && <p className="soft">{words.nothingRemoved}</p>}
            <ul className="removed">
              {description.removed.map(({ text: gone, why }, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- the same words may be left out twice
                <li key={i}>
                  <del>{gone}</del> <span className="soft">{why}</span>
                </li>
              ))}
            </ul>
          </div>
        </section>
        {description.headings.length > 0 && (
          <section className="brief-part" aria-labelledby="own-headings">
            <h2 id="own-headings">{words.headings}</h2>
            <div className="brief-part-body">
              <dl className="gaps">
                {description.headings.map(({ text: own, under }, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the same heading may stand twice
                  <div key={i}>
                    <dt>{own}</dt>
                    <dd className="soft">{under.join(", ")}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </section>
        )}
        <section className="brief-part" aria-labelledby="markup-gaps">
          <h2 id="markup-gaps">{words.gaps}</h2>
          <div className="brief-part-body">
            {jsonLd.gaps.length === 0 && <p className="soft">{words.noGaps}</p>}
            <dl className="gaps">
              {jsonLd.gaps.map(({ field, why }) => (
                <div key={`${field} ${why}`}>
                  <dt>
                    <code>{field}</code>
                  </dt>
                  <dd className="soft">{why}</dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
      </div>
    </div>
  );
}

function Readable({ description: { title, parts, band } }: { description: Description }) {
  return (
    <article className="readable">
      <h2>{title}</h2>
      {parts.map(({ part, heading, lines }) => (
        <section key={part}>
          <h3>{heading}</h3>
          {lines.map(({ kind, text }, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines have no name and never move
            <p key={i} data-line={kind}>
              {text}
            </p>
          ))}
        </section>
      ))}
      {band !== null && <p className="soft">{band}</p>}
    </article>
  );
}
