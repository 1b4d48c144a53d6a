import { cueBefore } from "./cues.ts";
import { wordsOf } from "./words.ts";

// A label says a place or a level. These words are about the sum itself and are cut off its ends.
const noise = String.raw`(?:the|this|our|on|for|in|of|is|are|role|roles|position|positions|based|base|annual|annually|yearly|hourly|estimated|expected|anticipated|target|starting|typical|salary|salaries|pay|compensation|comp|range|ranges|band|bands|wage|rate|gross|USD|CAD|EUR|GBP|between|from|to|up|will|be|range:|gehalt|salaire|rémunération|salaris|total|cash|scale|ote|on-target|earnings|only|candidates|employees|applicants|residents|new hires|full-time|located|in)`;

type Patterns = { lead: RegExp; based: RegExp; colon: RegExp; bracketBefore: RegExp; behind: RegExp; bracketBehind: RegExp; trimStart: RegExp; trimEnd: RegExp; named: RegExp };
let built: Patterns | null = null;

function patterns(): Patterns {
  return (built ??= build());
}

function build(): Patterns {
  const place = String.raw`(?:[\p{Lu}]|all (?:other )?|the rest)[^:;()|]{1,80}?`;
  const people = "(?:candidates?|employees?|applicants?|roles?|residents?|positions?|locations?|hires?|those|individuals|people)";
  return {
    // "For Colorado, the salary range is", "In Canada, the …", "for candidates located in all other locations, the pay range is"
    lead: new RegExp(`(?:^|[.!?•–—-]\\s*|\\s)(?:[Ff]or|[Ii]n|[Ww]ithin|[Oo]utside(?: of)?)\\s+${people}?\\s?(?:located|based|living|residing|working|hired)?\\s?(?:in|out of|from)?\\s?(?:the )?(${place})(?:[- ]based)?(?:\\s${people})*(?:\\s?[Oo]nly)?\\s?[,:]?\\s(?:[Tt]he|[Oo]ur|this|we|your|base|pay|salary|annual)\\b`, "u"),
    based: new RegExp(`(?:^|[.!?•–—-]\\s*)(?:[Ff]or )?([\\p{Lu}][^:;|.]{1,50}?)[- ](?:based )?${people}(?: only)?:`, "u"),
    colon: /(?:^|[.!?•|;]\s*|[-–]\s+)((?:\p{Lu}|all other)[^:!?;|]{1,110})\s?[:=–—-]\s*(?:up to |from |approx\p{L}* )?$/u,
    bracketBefore: /\(([^()]{2,80})\)\s?(?:is|of)?\s?[:=–—-]?\s*$/u,
    behind: /^[^.;(]{0,24}?\s(?:for|in)\s((?:\p{Lu}|the )[^.;:(),]{1,60}(?:, \p{Lu}{2})?)/u,
    bracketBehind: /^[^.;(]{0,16}?\(([^()\d]{2,60})\)/u,
    trimStart: new RegExp(`^(?:(?:an?|${noise})\\b[\\s:,–-]*)+`, "iu"),
    trimEnd: new RegExp(`(?:[\\s:,–-]*\\b${noise}(?!\\p{L}))+[\\s:,–-]*$`, "iu"),
    named: /^(?:\p{Lu}|all|the rest|other|outside|mid|junior|senior|entry)/u,
  };
}

/**
 * The place or level that a range is stated for, as the posting names it: "Colorado" in "For Colorado, the salary range is",
 * "Zone A" before a colon, "Bay Area" in brackets behind. Null where it names none.
 */
export function readLabel(before: string, after: string): string | null {
  const { lead, based, colon, bracketBefore, behind, bracketBehind } = patterns();
  // Most sums have no label: what each pattern needs is looked for first.
  return (
    (/[:=–—-]\s*(?:(?:up to|from|approx\p{L}*) )?$/iu.test(before.slice(-40)) ? clean(colon.exec(before)?.[1]) : null) ??
    (/\b(?:for|in|outside|within)\s/i.test(before) ? clean(lead.exec(before)?.[1]) : null) ??
    (before.includes("only:") || before.includes("based") ? clean(based.exec(before)?.[1]) : null) ??
    (before.includes(")") ? clean(bracketBefore.exec(before)?.[1]) : null) ??
    (after.includes("(") ? clean(bracketBehind.exec(after)?.[1]) : null) ??
    (/ (?:for|in) /.test(after) ? clean(behind.exec(after)?.[1]) : null)
  );
}

/** The label in a short line above a sum: a level ("I4", "Zone 1", "Senior"), or a name before words of pay ("California Pay Range"). */
export function readHeadingLabel(line: string): string | null {
  if (/^(?:[A-Z]{1,3}\d|(?:Level|Zone|Tier|Geo|Band|Grade|Region)\b|Junior\b|Mid\b|Senior\b|Staff\b|Principal\b)/.test(line)) return clean(line);
  const { trimEnd } = patterns();
  const name = line.replace(trimEnd, "");
  return name === line || /^(?:job|position|role|hiring|starting|full|total|annual|current|additional|hours|benefits)\b/i.test(name) ? null : clean(name);
}

function clean(written: string | undefined): string | null {
  if (written === undefined) return null;
  const { trimStart, trimEnd, named } = patterns();
  const bracket = /\(([^()]{2,60})\)?\s*$/u.exec(written);
  let label = written.replace(trimStart, "").replace(trimEnd, "").trim();
  if (label === "" && bracket !== null) label = bracket[1]!.trim();
  label = label.replace(/^[\s–—:,*-]+|[\s–—:,*-]+$/gu, "");
  if (label.length < 2 || label.length > 90 || /^[^(]*\)|\([^)]*$/.test(label) || !named.test(label) || unlabelled().test(label) || cueBefore(wordsOf(label), label) === "pay") return null;
  return label;
}

let words: RegExp | null = null;

// Words that open a sentence about pay or benefits, not a place or a level.
function unlabelled(): RegExp {
  return (words ??= /(?<!\p{L})(?:range|bonus|benefits?|equity|we|you|your|our|experience|depending|offers?|rate|year|month|fixe?d?|competitive|potential|target|conditions|basis|commensurate|gross|brut\w*|based on|include\w*|vary|job-related|DOE|CTC|contract)(?!\p{L})/iu);
}
