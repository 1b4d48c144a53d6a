import "../css/brief.css";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { bodyOf, textParts } from "../../reading/text-parts.ts";
import { SecretId } from "../../terms/secret-id.ts";
import { isMissing } from "../api.ts";
import { problemsOf } from "../brief/problems.ts";
import { sharedBrief } from "../brief/saved.ts";
import { selectQuote } from "../brief/select-quote.ts";
import { Problems } from "../components/brief/Problems.tsx";
import { ReadsLine } from "../components/brief/ReadsLine.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { date, shown } from "../figures.ts";
import { briefWords } from "../words/brief.ts";

const words = briefWords.shared;

/** A description that somebody shared, to be read: its text, and what was found of it on the day it was kept. */
export function SharedBriefPage() {
  const { share } = useParams({ from: "/brief/shared/$share" });
  const known = SecretId.safeParse(share).success;
  const asked = useQuery({ ...sharedBrief(share), enabled: known });
  const title = shown(asked.data?.brief.posting.title ?? "") || words.untitled;
  const [heading, under, body] = [useRef<HTMLHeadingElement>(null), useRef<HTMLParagraphElement>(null), useRef<HTMLDivElement>(null)];
  useDocumentTitle(`${title} · Strata`);
  if (!known || (asked.error !== null && isMissing(asked.error))) {
    return (
      <div className="state">
        <h1>{words.none}</h1>
        <p className="soft">{known ? asked.error?.message : words.cut}</p>
      </div>
    );
  }
  if (asked.error !== null) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <output className="soft">{words.loading}</output>;
  const { brief, saved } = asked.data;
  const location = brief.text.slice(...textParts(brief.text).location);
  return (
    <div className="brief">
      <header className="brief-head">
        <h1 ref={heading}>{title}</h1>
        <p ref={under} className="soft">{[shown(brief.posting.company ?? ""), shown(location), words.kept(date(saved))].filter((part) => part !== "").join(" · ")}</p>
        <ReadsLine brief={brief} />
      </header>
      <div className="brief-grid">
        <section aria-label={words.text} className="brief-sheet">
          <div ref={body} className="shared-text">{shown(bodyOf(brief.text))}</div>
        </section>
        <div className="brief-findings">
          <Problems problems={problemsOf(brief)} active={null} stands={(quote) => brief.text.includes(quote.text)} onShow={(quote) => selectQuote(quote, brief.text, { title: heading.current, location: under.current, body: body.current })} onPoint={() => undefined} />
        </div>
      </div>
    </div>
  );
}
