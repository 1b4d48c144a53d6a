import outside from "../../data/vocabulary/outside-work.json" with { type: "json" };
import { grouped } from "../lib/grouped.ts";
import type { Document } from "../reading/document.ts";
import { readWorkSentences } from "../reading/role/work-sentences.ts";
import type { Evidence } from "../terms/evidence.ts";
import { Layer, type MixLayer, layers } from "../terms/layer.ts";
import { makePhrases } from "./phrases.ts";

/** A kind of work in a description: a layer of AI engineering, or a kind outside it. `share`: its part of the sentences that are about some work at all. */
export type WorkKind = { id: string; name: string; layer: Layer; share: number; sentences: Evidence[] };

/** The five layers as work. */
export const layerNames: Record<MixLayer, string> = { infrastructure: "AI infrastructure", evaluation: "AI evaluation", product: "AI product engineering", model: "model building", governance: "AI governance" };

/** What kinds of work a description's duties are of, the largest first; `spread` 0 (one kind) to 1 (as mixed as so many sentences can be) over AI engineering as one and each kind outside; null where too few sentences tell. `duties`: how likely each sentence of work is about each layer. */
export type Work = { kinds: WorkKind[]; told: number; spread: number | null; duties: Record<Layer, number>[] };

// Below it the model does not know what a sentence is about; with five of seven classes open, chance is 0.14.
const SURE = 0.4;
// Short sentences, and those in languages of which it saw few, leave it less sure: then the likeliest must stand out.
const LIKELY = 0.25;
const STANDS_OUT = 1.7;
// A phrase of a kind is a second witness.
const SURE_NAMED = 0.3;
// Sure enough of a layer to overrule the words of another trade.
const SURE_ALL_THE_SAME = 0.6;
const FEWEST_TOLD = 4;

/** Kinds outside AI that are engineering all the same. */
export const technical: ReadonlySet<string> = new Set(["frontend", "backend", "data", "operations", "design"]);

type OutsideKind = keyof typeof outside.kinds;
let findKinds: ReturnType<typeof makePhrases> | null = null;

/** Each sentence of work by itself: the two halves of a description that asks for two people do not colour one another. */
export function workOf(doc: Document): Work {
  findKinds ??= makePhrases({ ai: { ai: outside.ai }, outside: Object.fromEntries(Object.entries(outside.kinds).map(([id, { phrases }]) => [id, phrases])) });
  const read = readWorkSentences(doc);
  const tells = read.flatMap(({ evidence, shares }) => {
    const id = kindOf(evidence.text, shares);
    return id === null ? [] : [{ id, evidence }];
  });
  const told = tells.length;
  const kinds = [...grouped(tells, ({ id }) => id)].map(([id, own]): WorkKind => ({ id, name: nameOf(id), layer: isLayer(id) ? id : "outside", share: own.length / told, sentences: own.map(({ evidence }) => evidence) })).toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return { kinds, told, spread: told < FEWEST_TOLD ? null : spreadOf(kinds), duties: read.map(({ shares }) => shares) };
}

/** A layer, a kind of work outside AI, `"other"` for one outside that has no name here; null where the sentence tells of no work. */
function kindOf(text: string, shares: Record<Layer, number>): string | null {
  const best = Layer.options.reduce((one, other) => (shares[other] > shares[one] ? other : one));
  const all = findKinds!(text);
  const named = all.filter(({ list }) => list === "outside");
  // The "marketing site" of front-end developers is no marketing.
  const hits = named.filter((hit) => !named.some((other) => other.id !== hit.id && other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start));
  // "Define the roadmap of our assistant" is about a product of AI, and no engineering of it.
  const business = hits.filter(({ id }) => !technical.has(id));
  if (business.length > 0 && (best === "outside" || shares[best] < SURE_ALL_THE_SAME)) return kindIn(business);
  // Words of AI engineering are a second witness: the model saw few sentences on prompts and on calls to a model's API, and takes them for plain software.
  if (all.length > named.length) return layers.reduce((one, other) => (shares[other] > shares[one] ? other : one));
  if (best !== "outside") return isTold(shares, best) ? best : shares.outside >= SURE_NAMED && hits.length > 0 ? kindIn(hits) : null;
  if (hits.length > 0 && shares.outside >= SURE_NAMED) return kindIn(hits);
  return isTold(shares, best) ? "other" : null;
}

function isTold(shares: Record<Layer, number>, best: Layer): boolean {
  const rest = Layer.options.filter((layer) => layer !== best).map((layer) => shares[layer]);
  const none = 1 - shares[best] - rest.reduce((sum, share) => sum + share, 0);
  return shares[best] >= SURE || (shares[best] >= LIKELY && shares[best] >= STANDS_OUT * Math.max(...rest) && shares[best] > none);
}

/** The kind with the most words in the sentence; the first named where several have as many. */
function kindIn(hits: readonly { id: string; start: number; end: number }[]): string {
  const units = new Map<string, number>();
  for (const { id, start, end } of hits) units.set(id, (units.get(id) ?? 0) + end - start);
  return [...units].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function nameOf(id: string): string {
  return isLayer(id) ? layerNames[id] : id === "other" ? "other work outside AI" : outside.kinds[id as OutsideKind].name;
}

function isLayer(id: string): id is MixLayer {
  return (layers as readonly string[]).includes(id);
}

/** Entropy over AI engineering as one job and each kind outside, by the most that two of them can have: 1 is half and half. */
function spreadOf(kinds: readonly WorkKind[]): number {
  const shares = [kinds.filter(({ layer }) => layer !== "outside").reduce((sum, { share }) => sum + share, 0), ...kinds.filter(({ layer }) => layer === "outside").map(({ share }) => share)];
  const bits = shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
  return Math.round(Math.min(1, bits) * 1000) / 1000;
}
