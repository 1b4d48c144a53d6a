import errors from "../../../data/model/errors.json" with { type: "json" };
import { type Layer, layers } from "../../terms/layer.ts";
import { layerOf, type Role, roles } from "../../terms/role.ts";
import { correctedShares, type DrawnErrors, drawErrors, type Errors, usualDraws } from "../statistics/prevalence.ts";
import { Share } from "./answer.ts";
import type { Cut } from "./cut.ts";

/** What the two shares of a role or a layer are, and which to quote when (docs/decisions/0009). */
const sharesSay = {
  share:
    "part of the vacancies counted that the reader takes for this, each employer weighing no more than the cap (of employers themselves: what each posts), with the 95 % interval of whom the market happened to have; of roles and layers the vacancies inside the five layers are counted, of other groups those that say what they are grouped by. To quote where groups are held against each other that are read alike, one month or place against another; null for work outside the five layers",
  corrected:
    "the same share without the reader's errors: by how often it took each role for each other on labelled postings (`labels` of them), with a 95 % interval that holds the chance of both the labels and the market. To quote for how frequent a role or layer is, with its interval: it lies far from `share` where others are often taken for this one, and is wide where few labelled postings are of it. The border of AI work stays as it was read. Null for other groups, for work outside the five layers, and where the cut picks roles or layers",
} as const;

export const CountedShare = Share.describe(sharesSay.share);
export const CorrectedShare = Share.nullable().describe(sharesSay.corrected);

/**
 * The reader's errors among roles inside the five layers, counted on labelled postings (npm run errors). Outside postings were labelled where they look like AI work,
 * so that they cannot tell how often all others are mistaken for it: the border of AI work is left as the reader draws it.
 */
const inside: readonly Role[] = roles.filter(({ layer }) => layer !== "outside").map(({ id }) => id);

/** How many labelled postings the correction rests on. */
export function labelsBehind(): number {
  return errorsBetween(inside, (role) => role).flat().reduce((sum, n) => sum + n, 0);
}

/** Whether a cut's shares can be corrected: not where it picks postings by what the reader called them. */
export function canCorrect(cut: Pick<Cut, "role" | "layer">): boolean {
  return cut.role.length === 0 && cut.layer.length === 0;
}

/** Shares of roles or layers with the reader's errors taken out; `effective` is what the shares are worth in independent postings. */
export function correct(by: "role" | "layer", shares: ReadonlyMap<string, Share>, effective: number, draws = usualDraws): Map<string, Share> {
  const classes: readonly string[] = by === "role" ? inside : layers;
  const read = classes.map((one) => shares.get(one)?.value ?? 0);
  if (!(effective > 0) || read.every((share) => share === 0)) return new Map();
  const found = correctedShares(read, effective, drawnErrors(by, draws));
  return new Map(classes.map((one, i) => [one, rounded(found[i]!)]));
}

const drawn = new Map<string, DrawnErrors>();

/** Drawn once: a cut by month asks for the same draws month after month. */
function drawnErrors(by: "role" | "layer", draws: number): DrawnErrors {
  const name = `${by} ${draws}`;
  const known = drawn.get(name) ?? drawErrors(by === "role" ? errorsBetween(inside, (role) => role) : errorsBetween(layers, layerOf), draws);
  drawn.set(name, known);
  return known;
}

function errorsBetween<Class extends Role | Layer>(classes: readonly Class[], classOf: (role: Role) => Class | Layer): Errors {
  const counts = classes.map(() => classes.map(() => 0));
  const { labelled } = errors as { labelled: Record<string, number[]> };
  for (const { id } of roles) {
    for (const [j, n] of (labelled[id] ?? []).entries()) {
      const [is, read] = [classes.indexOf(classOf(id) as Class), classes.indexOf(classOf(roles[j]!.id) as Class)];
      if (is >= 0 && read >= 0) counts[is]![read]! += n;
    }
  }
  return counts;
}

/** Four digits: the last ones of a long sum need not be the same on every machine. */
function rounded({ value, low, high }: Share): Share {
  return { value: digits(value), low: digits(low), high: digits(high) };
}

function digits(share: number): number {
  return Number(share.toFixed(4));
}
