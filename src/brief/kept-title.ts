import type { Document } from "../reading/document.ts";
import { brokenPromise } from "../reading/readers/title-role.ts";
import { Layer } from "../terms/layer.ts";
import { layerOf, roles } from "../terms/role.ts";
import type { Work } from "./work-kinds.ts";

// One duty that is surely of the promised kind keeps a promise, and so do many that may be.
const NONE = 0.3;
const HARDLY = 0.15;
const FEWEST_DUTIES = 4;
const FEWEST_TOLD = 3;

/** The title's own words, and the layers of work that they promise; null where they promise nothing, or work outside AI too. */
function promiseOf(doc: Document): { words: { start: number; end: number }; layers: Layer[] } | null {
  const broken = roles.map(({ id }) => ({ id, hits: brokenPromise(doc, id) }));
  const hits = broken.find((one) => one.hits !== null)?.hits;
  if (hits == null) return null;
  const kept = new Set(broken.filter((one) => one.hits === null).map(({ id }) => layerOf(id)));
  if (kept.size === 0 || kept.has("outside")) return null;
  return { words: { start: hits[0]!.start, end: hits.at(-1)!.end }, layers: Layer.options.filter((layer) => kept.has(layer)) };
}

/** Where hardly a duty is of the work that the title promises: its words and what was promised; null where one is, or too few duties tell. */
export function unkeptTitle(doc: Document, { duties, told }: Work): ReturnType<typeof promiseOf> {
  if (duties.length < FEWEST_DUTIES || told < FEWEST_TOLD) return null;
  const promise = promiseOf(doc);
  if (promise === null) return null;
  const shares = duties.map((shareOf) => promise.layers.reduce((sum, layer) => sum + shareOf[layer], 0));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return mean < HARDLY && shares.every((share) => share < NONE) ? promise : null;
}
