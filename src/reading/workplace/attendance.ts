import type { Evidence } from "../../terms/evidence.ts";
import type { Flag } from "../../terms/flag.ts";
import type { Reading } from "../../terms/reading.ts";
import { evidenceAt, hitsOf, type Document, type Hit } from "../document.ts";
import { sentenceAround, textBefore } from "../readers/beside.ts";
import type { Cue } from "./cues.ts";
import { signalOf } from "./signals.ts";

const office = /\b(office|on-?site|on site|in[- ]person|hq|headquarters|vor ort|bureau|sur site|présentiel|kantoor|ter plaatse|hub)\b|büro|präsenz|kantoordag/i;
const away = /\b(home|remote|remotely|télétravail|homeoffice|thuis|thuiswerken|travel|gym|work from (home|anywhere)|optional|if you (want|like|wish)|welcome|no (fixed|mandatory|required))\b/i;
/** What is no week as every other: first days, meals, days of a month or a year; and what holds for some only. */
const notEveryWeek = /\b(onboarding|orientation|einarbeitung|inwerk\w*|intégration|lunch\w*|meals?|breakfast|dinner|snacks?|catered)\b/i;
const notByWeek = /\b(a month|per month|monthly|a quarter|quarterly|a year|per year|im monat|im jahr|par mois|par an|per maand|per jaar)\b/i;
const forSome = /\b(if you|those|employees|colleagues|people) (are |is )?(who|living|live|based|local|near|within|in)\b|\bfor those\b|\bif you\b|\bwithin \d+ (miles|km)\b|\bwer in\b|\bfalls du\b/i;
const someDays = /(\d|one|two|three|four|five|ein|eine[nm]?|zwei|drei|vier|fünf|un|deux|trois|quatre|cinq|een|twee|drie|vijf)\s*(full |fixed |working |volle |festen? |vaste )?(\+\s*)?$/i;
/** All of the work, where the sentence offers no other way as well. */
const whole = /(?:\b(?:fully|entirely|completely|permanently|full|vollständig|komplett|volledig)[\s-]+|\b100\s?%\s*(?:en )?)(?:remote\w*|télétravail|distanciel|thuiswerken|thuis|homeoffice|home[- ]office)\b|\bremote[- ](?:first|only|native|role|position|job)\b|\b(?:entièrement|totalement|complètement) (?:en |à )?(?:télétravail|distance|remote)\b|\b(?:locations?|workplace|standort|arbeitsort|lieu|locatie|standplaats)\s*:\s*remote\b/gi;
const choice = /\bremote\w*\b[^.;]{0,40}(?:\b(?:or|oder|ou|of)\b|\/)[^.;]{0,24}\b(?:hybrid\w*|office|on-?site|büro|bureau|kantoor)|\b(?:hybrid\w*|office|on-?site)\b[^.;]{0,24}(?:\b(?:or|oder|ou|of)\b|\/)[^.;]{0,24}\bremote/i;

const attendanceCues: readonly Cue[] = ["days", "office", "site", "person", "weekdays", "presence", "share"];
const remoteCues: readonly Cue[] = ["remote", "fully", "home"];

/**
 * Offered as remote, and days in an office are asked for: both are quoted. "Fully remote, three days a week in our office" is one, in one sentence or in two;
 * an office that is open, days of a month or a year, a choice ("remote or hybrid") and days that hold for those who live near are none.
 */
export function remoteAttendance(doc: Document, { workplace }: Pick<Reading, "workplace">): Flag | null {
  if (!doc.posting.remote && workplace.value !== "remote" && !hitsOf(doc, "workplace").some(isRemoteCue)) return null;
  const days = daysAsked(doc) ?? daysRead(doc, workplace);
  if (days === null) return null;
  const said = workplace.value === "remote" && workplace.evidence.length > 0 ? workplace.evidence : [...remoteInHead(doc), ...remoteInText(doc)].slice(0, 1);
  if (said.length === 0 && !doc.posting.remote) return null;
  // Boards mark offices as remote too: without a word of the posting's own it is only worth knowing.
  if (said.length === 0) return workplace.value === "remote" || days.counted ? { id: "remote-attendance", severity: "info", because: "the board marks it as remote, the text asks for days in an office", evidence: [days.evidence] } : null;
  const isEmployer = workplace.value !== "remote" && said[0]!.start >= doc.bodyStart && ofEmployer.test(said[0]!.text);
  if (isEmployer) return { id: "remote-attendance", severity: "info", because: "the employer calls itself remote, the text asks for days in an office", evidence: [...said, days.evidence] };
  return { id: "remote-attendance", severity: "warn", because: "is offered as remote, but days in an office are asked for", evidence: [...said, days.evidence] };
}

function isRemoteCue(hit: Hit): boolean {
  return remoteCues.includes(hit.id as Cue);
}

type Days = { evidence: Evidence; /** By a number of days. */ counted: boolean };

/** The first sentence that asks for a number of days a week in an office. */
function daysAsked(doc: Document): Days | null {
  for (const hit of hitsOf(doc, "flags")) {
    if (hit.id !== "attendance" || !someDays.test(textBefore(doc, hit.start, 24))) continue;
    const sentence = sentenceAround(doc, hit, 120);
    const rest = sentence.text.replace(whole, " ");
    if (!office.test(rest) || isNoRule(rest) || choice.test(sentence.text)) continue;
    return { evidence: evidenceAt(doc, sentence.start, sentence.end), counted: true };
  }
  return null;
}

/** What the reading of the workplace rests on, where that are days in an office: weekdays, "office attendance". */
function daysRead(doc: Document, { value, evidence: [first] }: Reading["workplace"]): Days | null {
  if (first === undefined || value === "remote" || value === null || first.start < doc.bodyStart) return null;
  const hit = hitsOf(doc, "workplace").find(({ start, end }) => start === first.start && end === first.end);
  if (hit === undefined || !attendanceCues.includes(hit.id as Cue)) return null;
  const { text, start, end } = sentenceAround(doc, hit, 120);
  const rest = text.replace(whole, " ");
  if (isNoRule(rest) || choice.test(text)) return null;
  return { evidence: evidenceAt(doc, start, end), counted: false };
}

/** A sentence of days in an office that asks nobody to come every week, or not everybody. */
function isNoRule(sentence: string): boolean {
  return away.test(sentence) || notEveryWeek.test(sentence) || forSome.test(sentence) || (notByWeek.test(sentence) && !/week|woche|semaine/i.test(sentence));
}

/** Where the text says of the job that it is remote as a whole. */
function remoteInText(doc: Document): Evidence[] {
  for (const hit of hitsOf(doc, "workplace")) {
    if (hit.start < doc.bodyStart || !isRemoteCue(hit)) continue;
    const sentence = sentenceAround(doc, hit, 120);
    if (!saysWhole(doc, hit, sentence.text) || forSome.test(sentence.text) || choice.test(sentence.text)) continue;
    return [evidenceAt(doc, sentence.start, sentence.end)];
  }
  return [];
}

const elsewhere = /\b(?:unless|except\w*|approved|currently|not|no|temporarily|you (?:want|prefer|like)|if|start(?:s|ing)? as|some|many|most|colleagues|culture|environment|formation|training|sauf|außer|nicht|tenzij|niet)\b/i;
/** Said of the employer: the job may still be another. */
const ofEmployer = /\bremote[- ](?:first|native|only)[- ](?:\w+ )?(?:compan|organi[sz]ation|employer|team|business|startup|work model|model|workplace|unternehmen)|\bfully[- ]remote (?:compan|organi[sz]ation|employer|business|startup)/i;

/** "We have offices and remote colleagues" says nothing of the job, "unless approved for full remote" the contrary. */
function saysWhole(doc: Document, hit: Hit, sentence: string): boolean {
  return sentence.match(whole) !== null && !elsewhere.test(sentence) && signalOf(doc, hit)?.value === "remote";
}

/** "Remote" in the title or the location. */
function remoteInHead(doc: Document): Evidence[] {
  const found = /\bremote\b/i.exec(doc.text.slice(0, Math.min(doc.bodyStart, 200)));
  return found === null ? [] : [evidenceAt(doc, found.index, found.index + found[0].length)];
}
