import { hitsOf, type Document, type Hit } from "../document.ts";
import { joined } from "./skill-context.ts";

// "AWS Solutions Architect certification": what stands between what is certified and the word for it.
const BETWEEN_UNITS = 48;
const BEFORE = /^[\s-](?:(?:cloud|professional|associate|specialty|administrator|admin|solutions?|architect|developer|engineer|practitioner|technical|security|analyst|fundamentals|platform|foundations?|expert|official|vendor)[\s-])*$/i;
const AFTER = /^(?:[\s(:]+(?:in|for|on|of|from|as|with|an?|the|e\.g\.?,?|such as|like|für|von|en|sur|de|voor|van))*[\s(:]+$/i;
const CHOICE = /^[\s,]*(?:or|and\/or|oder|ou|of|\/)[\s]*$/i;
const BOTH = /^\s(?:and|&|und|et|en)\s$/i;
const MANY = /(?:s|en)$/i;
/** Certificates of connections and of companies. */
const OTHER = /\b(?:ssl|tls|x\.?509|iso|b[- ]?corp|soc ?2|client|server|root|self|manag\w*|issu\w*|rotat\w*|renew\w*)[- ](?:\w+[- ])?$/i;
const OTHER_UNITS = 30;
const OPENS_UNITS = 4;

/** The mentions that are only what a certificate is about, by their numbers: "AWS or TensorFlow certification", "certified in Kubernetes"; null where there are none. */
export function findCertified(doc: Document, mentions: readonly Hit[]): Set<number> | null {
  let found: Set<number> | null = null;
  for (const hit of hitsOf(doc, "flags")) {
    if (hit.id !== "certificate" || OTHER.test(doc.text.slice(Math.max(0, hit.start - OTHER_UNITS), hit.start))) continue;
    const next = mentions.findIndex(({ start }) => start >= hit.start);
    const at = next < 0 ? mentions.length : next;
    const last = mentions[at - 1];
    const first = mentions[at];
    if (last !== undefined && isBeside(hit, last) && hit.start - last.end <= BETWEEN_UNITS && BEFORE.test(doc.text.slice(last.end, hit.start))) for (let i = at - 1; i >= firstOfList(doc, hit, mentions, at - 1); i--) (found ??= new Set()).add(i);
    else if (first !== undefined && isBeside(hit, first) && first.start - hit.end <= BETWEEN_UNITS && AFTER.test(doc.text.slice(hit.end, first.start))) for (let i = at; i <= lastOfList(doc, mentions, at); i++) (found ??= new Set()).add(i);
  }
  return found;
}

function isBeside(hit: Hit, mention: Hit): boolean {
  return hit.line === mention.line;
}

/** "AWS, Azure or GCP certification": all three where a choice closes the list; "Python, AWS certification" asks for Python. */
function firstOfList(doc: Document, hit: Hit, mentions: readonly Hit[], last: number): number {
  if (last === 0 || !joined(doc, mentions[last - 1]!, mentions[last]!)) return last;
  const joint = doc.text.slice(mentions[last - 1]!.end, mentions[last]!.start);
  const chooses = CHOICE.test(joint);
  if (!chooses && !(BOTH.test(joint) && MANY.test(doc.text.slice(hit.start, hit.end)))) return last;
  let first = last - 1;
  while (first > 0 && joined(doc, mentions[first - 1]!, mentions[first]!)) first--;
  const opens = mentions[first]!.start - doc.lines[hit.line]!.start <= OPENS_UNITS;
  // Amid a sentence, "Python, AWS or Azure certification" may ask for Python: there only the choice itself is certified.
  return opens ? first : chooses ? last - 1 : last;
}

function lastOfList(doc: Document, mentions: readonly Hit[], first: number): number {
  let last = first;
  while (last + 1 < mentions.length && joined(doc, mentions[last]!, mentions[last + 1]!) && !doc.text.slice(mentions[last]!.end, mentions[last + 1]!.start).includes(")")) last++;
  return last;
}
