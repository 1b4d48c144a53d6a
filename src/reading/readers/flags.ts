import type { Evidence } from "../../terms/evidence.ts";
import type { Flag } from "../../terms/flag.ts";
import { layers, type MixLayer } from "../../terms/layer.ts";
import type { Reading } from "../../terms/reading.ts";
import { roleName } from "../../terms/role.ts";
import { evidenceAt, hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import { BOLD, HEADING } from "../text/html.ts";
import { sentenceAround, textAfter, textBefore } from "./beside.ts";
import { findDenied } from "./denied.ts";
import { remoteAttendance } from "../workplace/attendance.ts";
import { brokenPromise } from "./title-role.ts";

type Read = Omit<Reading, "flags">;

/** What a careful reader would stop at, from the findings already made. Each quotes what it rests on, save where something is missing. */
export function findFlags(doc: Document, reading: Read): Flag[] {
  const flags: Flag[] = [];
  add(flags, titleContent(doc, reading));
  add(flags, conflated(reading));
  add(flags, levelYears(doc, reading));
  add(flags, payMissing(doc, reading));
  add(flags, payWide(reading));
  add(flags, noEnvironment(doc, reading));
  add(flags, remoteAttendance(doc, reading));
  if (hitsOf(doc, "flags").length === 0) return flags;
  add(flags, certificates(doc));
  add(flags, buzzwords(doc));
  return flags;
}

function add(flags: Flag[], flag: Flag | null): void {
  if (flag !== null) flags.push(flag);
}

// Below it the role is too unsure to call a title wrong. On 139 labelled postings: 8 of 8 flags right from here on, 9 of 12 from 0.4 on.
const SURE_ROLE = 0.5;

function titleContent(doc: Document, { role, sentences, layer }: Read): Flag | null {
  if (role.value === null || role.confidence < SURE_ROLE) return null;
  const hits = brokenPromise(doc, role.value);
  if (hits === null) return null;
  const content = sentences.filter((sentence) => sentence.layer === layer).map((sentence) => sentence.evidence);
  return {
    id: "title-content",
    severity: "warn",
    because: `the title says "${quoteOf(doc, hits)}", the work is that of: ${roleName(role.value)}`,
    evidence: [...hits.map((hit) => evidenceAt(doc, hit.start, hit.end)), ...(content.length > 0 ? content : role.evidence).slice(0, 3)],
  };
}

function quoteOf(doc: Document, hits: readonly Hit[]): string {
  return doc.text.slice(hits[0]!.start, hits.at(-1)!.end);
}

// Three layers at a third each are 0.68 of the most mixed there is; two at a half are 0.43.
const CONFLATED = 0.6;
const CONFLATED_LAYERS = 3;
// One sentence may stray into a layer: only where the mix is very mixed is one of each enough.
const VERY_CONFLATED = 0.7;
const QUOTES_OF_EACH = 2;

function conflated({ conflation, mix, sentences }: Read): Flag | null {
  if (conflation === null || mix === null || conflation < CONFLATED) return null;
  const byLayer = new Map<MixLayer, Evidence[]>();
  for (const { layer, evidence } of sentences) byLayer.set(layer, [...(byLayer.get(layer) ?? []), evidence]);
  const fewest = conflation >= VERY_CONFLATED ? 1 : 2;
  const quoted = layers.filter((layer) => (byLayer.get(layer)?.length ?? 0) >= fewest);
  if (quoted.length < CONFLATED_LAYERS) return null;
  return {
    id: "conflated",
    severity: "warn",
    because: `the work is spread over ${quoted.length} layers: ${quoted.map((layer) => `${layer} ${Math.round(mix[layer] * 100)} %`).join(", ")}`,
    evidence: quoted.flatMap((layer) => byLayer.get(layer)!.slice(0, QUOTES_OF_EACH)),
  };
}

function levelYears(doc: Document, { seniority, years }: Read): Flag | null {
  const said = seniority.evidence[0];
  if (years.value === null || said === undefined || said.start >= doc.sections[0]!.end) return null;
  const { value } = seniority;
  const tooMany = (value === "entry" || value === "intern") && years.value >= 5;
  const tooFew = (value === "senior" || value === "lead") && years.value <= 2;
  if (!tooMany && !tooFew) return null;
  const count = years.value === 1 ? "1 year" : `${years.value} years`;
  return { id: "level-years", severity: "warn", because: `the title says "${said.text}", but ${count} of experience ${years.value === 1 ? "is" : "are"} asked for`, evidence: [said, ...years.evidence] };
}

function payMissing(doc: Document, { pay }: Read): Flag | null {
  if (pay.length > 0) return null;
  const places = doc.posting.salary_raw ? "the text and the salary field" : "the text";
  return { id: "pay-missing", severity: "info", because: `no amount of pay was found in ${places}`, evidence: [] };
}

// The policy of the product, no law: a range should not be wider than half its lower end; twice is a warning.
const WIDE = 1.5;
const VERY_WIDE = 2;

function payWide({ pay }: Read): Flag | null {
  let ratio = 0;
  const evidence: Evidence[] = [];
  for (const range of pay) {
    const { min, max } = range;
    if (min === null || max === null || min <= 0 || max / min <= WIDE) continue;
    ratio = Math.max(ratio, max / min);
    for (const one of range.evidence) evidence.push(one);
  }
  if (ratio === 0) return null;
  const source = evidence.length === 0 ? " (from the salary field)" : "";
  return { id: "pay-wide", severity: ratio >= VERY_WIDE ? "warn" : "info", because: `the top of the pay range is ${ratio.toFixed(1)} times its bottom${source}`, evidence };
}

function noEnvironment(doc: Document, { environment, layer, role }: Read): Flag | null {
  // The surroundings are looked for in the languages read in full, and missed only where the work is technical.
  if (environment.length > 0 || !doc.read || layer === null || role.value === "outside-other" || role.value === "outside-ai-adjacent") return null;
  return { id: "no-environment", severity: "info", because: "nothing was found on the stack, scale, team, ownership, on-call duty, data, maturity or plans", evidence: [] };
}

/** Certificates of companies, goods and connections, which nobody is asked to have. */
const otherCertificate = /\b(ssl|tls|x\.?509|iso|b[- ]?corp|soc ?2|gift|birth|great place|top employer|hiring|company|we are|we're|is|are|carbon|fair|security keys?|management of|issue|product|medical|self|type|sponsor\w*|support\w*|pay for|and)[- ](\w+[- ])?$/i;

function certificates(doc: Document): Flag | null {
  const found: Hit[] = [];
  for (const hit of hitsOf(doc, "flags")) if (hit.id === "certificate" && (hit.section === "requirements" || hit.section === "preferred") && isAskedFor(doc, hit)) found.push(hit);
  if (found.length === 0) return null;
  return { id: "certificates", severity: "info", because: "asks for certificates", evidence: quotes(doc, found, 4) };
}

function isAskedFor(doc: Document, hit: Hit): boolean {
  if (lineOf(doc, hit).kind === HEADING || lineOf(doc, hit).kind === BOLD || /^[^\n]{0,24}:\s*$/.test(textAfter(doc, hit.end, 40))) return false;
  return !otherCertificate.test(textBefore(doc, hit.start, 30)) && !/^,? \(?((are|is) not\b|authorit|management|pinning|process|of (incorporation|employment)|soc|and experience|and licen|experience)/i.test(textAfter(doc, hit.end, 30)) && !/\b(no|not|without|don['’]t)\b[^.;]{0,40}$/i.test(textBefore(doc, hit.start, 60));
}

const BUZZWORDS_WARN = 3;
const BUZZWORDS_QUOTED = 5;

function buzzwords(doc: Document): Flag | null {
  // Each word once, at its last place.
  const said: string[] = [];
  const evidence: Evidence[] = [];
  const hits = hitsOf(doc, "flags").filter((hit) => hit.id === "buzzword" && !isName(doc, hit));
  const denied = findDenied(doc.text, hits);
  for (const [i, hit] of hits.entries()) {
    if (denied[i]) continue;
    const quote = evidenceAt(doc, hit.start, hit.end);
    const word = withoutHyphens(quote.text.toLowerCase());
    const known = said.indexOf(word);
    if (known < 0) said.push(word);
    evidence[known < 0 ? said.length - 1 : known] = quote;
  }
  if (said.length === 0) return null;
  const because = `words that say little of the job: ${said.slice(0, BUZZWORDS_QUOTED).join(", ")}`;
  return { id: "buzzwords", severity: said.length >= BUZZWORDS_WARN ? "warn" : "info", because, evidence: evidence.slice(0, BUZZWORDS_QUOTED) };
}

function withoutHyphens(word: string): string {
  return word.includes("-") ? word.replaceAll("-", " ") : word;
}

/** Ninja, Guru and Jedi are products and companies too: with a capital inside a sentence they are names. */
function isName(doc: Document, hit: Hit): boolean {
  if (!isCapital(doc.text.charCodeAt(hit.start))) return false;
  const word = doc.text.slice(hit.start, hit.end);
  if (!/^(Ninja|Guru|Jedi|Rockstar|Hustle)$/.test(word) || hit.section === "title") return false;
  return /[\p{L}\d,)(/]\s*$/u.test(textBefore(doc, hit.start, 4));
}

const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** The sentences around the hits, each once. */
function quotes(doc: Document, hits: readonly Hit[], most: number): Evidence[] {
  const sentences = new Map(hits.map((hit) => sentenceAround(doc, hit, 80)).map((sentence) => [sentence.start, sentence]));
  return [...sentences.values()].slice(0, most).map((sentence) => evidenceAt(doc, sentence.start, sentence.end));
}
