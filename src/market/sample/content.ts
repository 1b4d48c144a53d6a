import type { Role } from "../../terms/role.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { SampleLanguage, type Ingredients, type Variation } from "./ingredients.ts";

/** What a hand-written posting says of the work itself, freed of what only its own employer can say. `years`: the demand that names them. */
export type Content = { slug: string; language: SampleLanguage; variation: Variation; duties: string[]; demands: string[]; pluses: string[]; years: string | null; team: string[] };

/** The contents of all postings that have a variation. Throws where a variation speaks of words that its posting does not have. */
export function findContents(ingredients: Ingredients): Content[] {
  return Object.entries(ingredients.variations).map(([slug, variation]) => {
    const posting = ingredients.postings.find((one) => one.id === slug);
    if (posting === undefined) throw new Error(`variations.yaml: there is no posting ${slug}`);
    return contentOf(slug, SampleLanguage.parse(posting.lang), variation, blocksOf({ html: posting.description_html, text: posting.description_text }));
  });
}

function contentOf(slug: string, language: SampleLanguage, variation: Variation, blocks: Block[]): Content {
  const unused = new Set([...variation.drop, ...Object.keys(variation.swap), ...variation.keep]);
  const use = (words: string): true => unused.delete(words) || true;
  const swapped = (text: string): string => Object.entries(variation.swap).reduce((so, [from, to]) => (so.includes(from) && use(from) ? so.replace(from, to) : so), text);
  const isDropped = (item: string): boolean => variation.drop.some((words) => item.includes(words) && use(words));
  const lists = listsOf(blocks).map((list) => list.filter((item) => !isDropped(item)).map((item) => swapped(item)));
  const [duties, demands, pluses] = variation.lists.map((i) => lists[i] ?? []);
  const years = variation.years === undefined ? null : (demands!.find((item) => item.includes(variation.years!)) ?? null);
  const team = variation.keep.flatMap((words) => sentencesOf(blocks).filter((sentence) => sentence.includes(words) && use(words)).map((sentence) => swapped(sentence)));
  if (unused.size > 0 || (variation.years !== undefined && years === null)) {
    throw new Error(`variations.yaml: ${slug} has no ${[...unused, ...(variation.years !== undefined && years === null ? [variation.years] : [])].map((words) => `"${words}"`).join(", ")}`);
  }
  return { slug, language, variation, duties: duties!, demands: demands!.filter((item) => item !== years), pluses: pluses!, years, team };
}

function listsOf(blocks: Block[]): string[][] {
  const lists: string[][] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== "item") return;
    if (blocks[i - 1]?.kind !== "item") lists.push([]);
    lists.at(-1)!.push(block.text);
  });
  return lists;
}

function sentencesOf(blocks: Block[]): string[] {
  return blocks.filter((block) => block.kind === "text").flatMap((block) => block.text.split(/(?<=[.!?])\s+(?=[\p{Lu}"«»„])/u));
}

/** Further lines that go with a posting: those of others of the same role and language, and those written for the role. */
export function poolFor(content: Content, all: Content[], more: Ingredients["more"]): Pick<Content, "duties" | "demands" | "pluses"> {
  if (content.variation.apart) return { duties: [], demands: [], pluses: [] };
  const role: Role = content.variation.role;
  const others = all.filter((other) => other !== content && other.variation.role === role && other.language === content.language && !other.variation.apart);
  const written = content.language === "en" ? more[role] : undefined;
  const lines = (kind: "duties" | "demands" | "pluses"): string[] => [...others.flatMap((other) => other[kind]), ...(written?.[kind] ?? [])];
  return { duties: lines("duties"), demands: lines("demands"), pluses: lines("pluses") };
}
