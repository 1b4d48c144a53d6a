import { type WorkKind, technical, type Work } from "./work-kinds.ts";

// Of fewer sentences each is too much of the whole.
const FEWEST_SENTENCES = 4;
const FEWEST_EACH = 2;
// A third of the duties is a job beside the other; what every engineer does some of must be more.
const SHARE = 0.3;
const SHARE_BESIDE = 0.4;
const SHARE_OF_OUTSIDER = 0.45;
const FEWEST_BESIDE = 3;
const beside: ReadonlySet<string> = new Set(["data", "backend", "operations"]);

/** The two jobs that a description asks one person to do: AI engineering (its layers) and a trade outside it, or two trades of different kinds; null where it is one. `isOutside`: as a whole it reads as work outside AI. */
export function conflates({ kinds, told }: Work, isOutside: boolean): WorkKind[] | null {
  if (told < FEWEST_SENTENCES) return null;
  const inside = kinds.filter(({ layer }) => layer !== "outside");
  const [trade, other] = kinds.filter(({ id, layer }) => layer === "outside" && id !== "other");
  if (trade === undefined) return null;
  // Who manages or sells a product of AI speaks of AI in every other duty, and engineers none of it.
  const least = isOutside && !technical.has(trade.id) ? SHARE_OF_OUTSIDER : SHARE;
  if (shareOf(inside) >= least && countOf(inside) >= FEWEST_EACH && isOwnTrade(trade)) return [...inside, trade].toSorted((a, b) => b.share - a.share);
  return other !== undefined && technical.has(trade.id) !== technical.has(other.id) && [trade, other].every((job) => job.share >= SHARE && job.sentences.length >= FEWEST_BESIDE) ? [trade, other] : null;
}

function isOwnTrade({ id, share, sentences }: WorkKind): boolean {
  return beside.has(id) ? share >= SHARE_BESIDE && sentences.length >= FEWEST_BESIDE : share >= SHARE && sentences.length >= FEWEST_EACH;
}

function shareOf(kinds: readonly WorkKind[]): number {
  return kinds.reduce((sum, { share }) => sum + share, 0);
}

function countOf(kinds: readonly WorkKind[]): number {
  return kinds.reduce((sum, { sentences }) => sum + sentences.length, 0);
}
