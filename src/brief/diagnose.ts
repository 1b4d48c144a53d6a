import type { Brief, BriefFinding, BriefMarket, BriefMissing } from "../terms/brief.ts";
import { BriefOptions } from "../terms/brief.ts";
import type { Document } from "../reading/document.ts";
import { describes } from "../reading/text-parts.ts";
import type { Posting } from "../terms/posting.ts";
import { likelyRoles } from "../reading/role/likely.ts";
import type { Reading } from "../terms/reading.ts";
import type { TransparencyRule } from "../terms/transparency.ts";
import { bandFindings } from "./findings/band.ts";
import { type Case, type Finder, isMissing } from "./findings/found.ts";
import { environmentFindings } from "./findings/environment.ts";
import { buzzwordFindings, genderFindings } from "./findings/language.ts";
import { exclusionFindings } from "./findings/exclusions.ts";
import { hiddenCharacterFindings } from "./findings/hidden-characters.ts";
import { noPostingFindings } from "./findings/no-posting.ts";
import { payFindings } from "./findings/pay.ts";
import { severalPostingsFindings } from "./findings/several-postings.ts";
import { releaseFindings } from "./findings/releases.ts";
import { remoteFindings } from "./findings/remote.ts";
import { titleFindings } from "./findings/title.ts";
import { conflationFindings, evidenceFindings, yearsFindings } from "./findings/work.ts";
import { checkTransparency } from "./transparency/check.ts";
import { type Work, workOf } from "./work-kinds.ts";
import { isUnsure } from "./role.ts";
import { surenessOf } from "./sureness.ts";
import { findPhrases } from "./vocabulary.ts";

/** What a description is held against: dated rules, what the market says of it (null: not asked), what is known of the employer, and the day it is; `written`, the description before the reader took anything out of it, where that is not the document's posting; and what its markup hid from everybody. */
export type Against = { written?: Posting; hidden?: readonly string[]; rules: readonly TransparencyRule[]; market?: BriefMarket | null; options?: Partial<BriefOptions>; day: string };

const finders: readonly Finder[] = [noPostingFindings, severalPostingsFindings, hiddenCharacterFindings, titleFindings, conflationFindings, yearsFindings, releaseFindings, payFindings, bandFindings, environmentFindings, evidenceFindings, buzzwordFindings, remoteFindings, genderFindings, exclusionFindings];

/** What can be said of a title without a description: that pay or duties are missing is no news while nothing is written. */
const ofTitle: readonly Finder[] = [noPostingFindings, hiddenCharacterFindings, titleFindings, genderFindings];

/**
 * What a careful reader would say of a description, from its document and its reading (made with its text). Pure: the same input gives the same brief, in a browser too.
 * `diagnose(doc, readDocument(doc, { withText: true }), { rules, day: "2026-11-29" }).findings[0]?.quotes[0]?.text`
 */
export function diagnose(doc: Document, reading: Reading, { written = doc.posting, hidden = [], rules, market = null, options = {}, day }: Against): Brief {
  const { text = "", ...read } = reading;
  const { description_html: _html, description_text: _text, ...head } = doc.posting;
  const given = BriefOptions.parse(options);
  const one: Case = { doc, written, reading, options: given, text, phrases: findPhrases(text), market, work: workOf(doc), day };
  const described = describes(text);
  const found = (described ? finders : ofTitle).flatMap((find) => find(one));
  return {
    engine: reading.engine,
    day,
    posting: head,
    text,
    hidden: [...hidden],
    reading: read,
    likely: isUnsure(reading.role) || (!described && doc.posting.title?.trim()) ? likelyRoles(doc) : [],
    sure: surenessOf(reading.role),
    options: given,
    work: workToldOf(one.work),
    findings: bySeverity(found.filter((finding): finding is BriefFinding => !isMissing(finding))),
    missing: bySeverity(found.filter(isMissing)),
    transparency: checkTransparency(one, rules, given, day),
    market,
  };
}

function workToldOf({ kinds, told, spread }: Work): Brief["work"] {
  return { kinds: kinds.map(({ id, name, layer, share, sentences }) => ({ id, name, layer, share, n: sentences.length })), told, spread };
}

const order = { flag: 0, warn: 1, info: 2 };

/** The gravest first; among alike, in the order of the finders. */
function bySeverity<T extends BriefFinding | BriefMissing>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => order[a.severity] - order[b.severity]);
}
