import type { Posting } from "../../terms/posting.ts";
import { read } from "../read.ts";
import { isCompany, withForms, withoutStop } from "./employer-line.ts";
import { isPerson, meetsPerson } from "./person-line.ts";
import { isHeading, isSentence } from "./title-line.ts";

const linesLooked = 4;
const mostUnits = 160;
const mostPieceUnits = 80;
const mostWords = 8;

/**
 * A description without a location of its own, with the one that a line near its top names. Unchanged where no such line names a place.
 * `placeLine({ title: "ML Engineer", description_text: "Denver, Colorado\n\nWe build …" }).location` → `"Denver, Colorado"`;
 * of "Acme Labs – Berlin, Germany (hybrid) · Full-time" it is "Berlin, Germany (hybrid)".
 */
export function placeLine(posting: Posting): Posting {
  const { text = "" } = read(posting, { withText: true });
  for (const line of text.split("\n").slice(1).map((one) => one.trim()).filter((one) => one !== "").slice(0, linesLooked)) {
    const location = line.length > mostUnits ? null : locationIn(line);
    if (location !== null) return { ...posting, location };
  }
  return posting;
}

const label = /^(?:location|place|where|office|based|on-?site|ort|standort|arbeitsort|wo|lieu|localisation|où|locatie|plaats|waar|ubicación|lugar|dónde)\s*:\s*/iu;
const leads = /^(?:(?:based|located|office|hybrid|remote|on-?site) (?:in|from)|standort|à|in)\s+/iu;
const pictures = /\p{Extended_Pictographic}|[\ufe0f\u200b-\u200f\ufeff]/gu;
const workplace = /^(?:(?:fully|100 ?%|mostly|partly|partially|optional) )?(?:remote|hybrid|hybride?|híbrido|remoto|presencial|on-?site|onsite|in-?office|in-?person|home ?office|télétravail(?: partiel| total)?|sur site|vor ort|thuiswerken|op kantoor)(?:[ -](?:first|friendly|ok|possible|work))?(?: \([^)]*\))?$/iu;
/** What stands beside a place and is none: kinds of contract, hours, pay, dates, how many applied. */
const terms =
  /^(?:(?:full|part)[- ]?time|permanent|contract(?:or)?|temporary|freelance|interns(?:hip)?|vollzeit|teilzeit|(?:un)?befristet|festanstellung|ab sofort|cdi|cdd|stage|alternance|temps (?:plein|partiel)|voltijd|deeltijd|fulltime|parttime|vast|jornada completa|tiempo completo|indefinido|immediate(?:ly)?|asap)$|\d\s?(?:%|k\b|h\b|hours?|std|stunden|uur|heures|horas|weeks?|days?|months?|applicants?|tage|jours|dagen)|[$€£¥]\s?\d|\b(?:chf|eur|usd|gbp)\b|\b(?:ago|applicants|applied|posted|veröffentlicht|publié)\b/iu;

/** The pieces of a line that name the place, with those that say how it is worked from; null where none names one. */
function locationIn(line: string): string | null {
  const plain = line.replaceAll(/\*\*|__|^[#>]+\s|^[-•]\s+/g, "").replaceAll(pictures, "").trim().replace(label, "");
  const pieces = plain.split(/\s*[|·•\t]\s*|\s+[–—-]\s+/).map((piece) => piece.trim()).filter((piece) => piece !== "");
  if (pieces.length === 0 || isHeading(pieces[0]!) || isSentence(withoutStop(plain))) return null;
  const said = pieces.map(withoutTerms).filter((piece) => piece !== "" && piece.length <= mostPieceUnits && !piece.includes(":") && piece.split(/\s+/).length <= mostWords);
  const beside = pieces.some(meetsPerson);
  const named = said.filter((piece) => !isHeading(piece) && isPlace(piece) && !isPerson(piece, beside));
  if (named.length === 0) return /^(?:(?:fully|100 ?%) )?remote$/i.test(plain) ? plain : null;
  return said.filter((piece) => named.includes(piece) || workplace.test(piece)).join(" · ");
}

/** "Hamburg, Vollzeit, unbefristet" is Hamburg, "Orlando Ltd, Manchester" Manchester. */
function withoutTerms(piece: string): string {
  const parts = piece.replace(leads, "").match(/(?:\([^)]*\)|[^,(])+/g) ?? [];
  return withForms(parts).filter((part) => (part.includes("(") || !terms.test(part)) && !isCompany(part)).join(", ");
}

/** Whether words name a place and little else: "Open Doors ABA" and "Why Harvey" hold names of towns as well. */
export function isPlace(words: string): boolean {
  const bare = words.replaceAll(/\s*\([^)]*\)/g, "");
  return namesPlace(words) || (bare !== words && bare !== "" && namesPlace(bare));
}

function namesPlace(words: string): boolean {
  const { places } = read({ location: words, description_text: "-" });
  const named = new Set(places.flatMap(({ evidence }) => evidence.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))).size;
  return places.length > 0 && (named >= words.length * 0.4 || /\b(?:remote|hybrid|on-?site|in-?person|office|home|télétravail|thuis)/i.test(words));
}
