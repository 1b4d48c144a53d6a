import { foldMarks } from "../../lib/fold-marks.ts";

/** Words of a title, or of a bracket in it, that say how and not what. */
const ways = "remote hybrid onsite site on home office telework télétravail homeoffice anywhere fully full partially first based friendly or and within in the from".split(" ");
/** Where somebody remote may be: left out only beside such a word, as "Sales, EMEA" is another market than "Sales, US". */
const regions = "us usa u s uk eu emea apac dach latam anz benelux nordics europe european america americas north south canada germany france uk global worldwide international".split(" ");

type Patterns = { gender: RegExp; bareGender: RegExp; inclusive: RegExp; number: RegExp; breaks: RegExp; ways: ReadonlySet<string>; regions: ReadonlySet<string> };
let patterns: Patterns | null = null;

function patternsOf(): Patterns {
  return (patterns ??= {
    gender: /^(?:(?:all|alle) (?:genders?|geschlechter)|gn|[mwfdhxi*](?:\s*[/|,.:*·-]\s*[mwfdhxi*]){1,4}|h f|f h|divers)$/,
    bareGender: /(?<![\p{L}\p{N}])[mwfdhx](?:\s?[/|]\s?(?:[mwfdhx]|div\.?|divers)){1,3}(?![\p{L}\p{N}])/gu,
    inclusive: /(?<=\p{L})(?:[:*_·]|\/-?)(?:innen|in|euse|trice|ne|e|r)(?![\p{L}\p{N}])|(?<=\p{L})\((?:in|e|euse|ne|r)\)/gu,
    number: /(?<![\p{L}\p{N}])(?:#\s?\d+|(?:req|jr|r|job|id|ref)\s?[-#:]?\s?\d{3,}|\d{4,}(?!\d)(?<!(?:19|20)\d\d))(?![\p{L}\p{N}])/gu,
    breaks: /\s[-–—|/]\s|[,;|·•@()[\]]|\s[-–—]|:\s/u,
    ways: new Set(ways),
    regions: new Set(regions),
  });
}

/**
 * A title as titles are counted and compared: without gender marks, numbers of requisitions, and places that the posting itself names.
 * `foldTitle("Senior ML Engineer (m/w/d) - Berlin", "Berlin, Germany")` → `"senior ml engineer"`; null where nothing is left.
 */
export function foldTitle(title: string | null | undefined, location: string | null | undefined): string | null {
  if (!title) return null;
  const known = patternsOf();
  const plain = title.normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(known.bareGender, " ").replace(known.inclusive, "").replace(known.number, " ");
  const places = new Set(wordsOf(location ?? ""));
  const parts = plain.split(known.breaks).map((part) => part.trim()).filter((part) => part !== "" && !known.gender.test(part));
  const kept = parts.filter((part, i) => i === 0 || !isBeside(wordsOf(part), places, known));
  const words = kept.flatMap(wordsOf).map((word) => (word === "sr" ? "senior" : word === "jr" ? "junior" : word));
  return words.join(" ") || null;
}

/** Whether words say only where or how: those of the posting's own location, "remote", or a region beside it. */
function isBeside(words: readonly string[], places: ReadonlySet<string>, { ways: how, regions: wide }: Patterns): boolean {
  if (words.length === 0) return true;
  const isRemote = words.includes("remote");
  return words.some((word) => places.has(word) || word === "remote" || word === "hybrid" || word === "onsite") && words.every((word) => places.has(word) || how.has(word) || (isRemote && wide.has(word)));
}

/** Words with what belongs to names of languages: "c++", "c#", ".net". */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\.?[\p{L}\p{N}\p{M}]+(?:[+#]+|'[\p{L}]+)?/gu) ?? [];
}

/** A location as it is compared: its words, without case and marks; null where there are none. */
export function foldPlace(location: string | null | undefined): string | null {
  return wordsOf(location ?? "").join(" ") || null;
}

/**
 * An employer's name as it is compared: without legal form, spaces and marks, as a board's address writes it.
 * `foldEmployer("Heron & Vale GmbH")` → `"heronandvale"`
 */
export function foldEmployer(name: string | null | undefined): string | null {
  const plain = foldMarks(name ?? "").replaceAll("&", " and ").replaceAll(/['’.]/g, "");
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  while (words.length > 1 && legalForm.test(words.at(-1)!)) words.pop();
  return words.join("") || null;
}

const legalForm = /^(?:inc|incorporated|llc|ltd|limited|plc|corp|corporation|gmbh|ag|se|sa|sas|sarl|bv|nv|ab|oy|aps|as|srl|spa|kg|ohg|ug|pte|pty|co|kgaa|ev)$/;
