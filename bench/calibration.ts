/** A reading's confidence and whether it was right. */
export type Judged = { confidence: number; right: boolean };

/** Of 139 postings ten bins would hold a dozen each: too few to tell a curve from chance. */
const BINS = 5;

/** Readings whose confidence lies between two bounds: their mean confidence, and how many of them were right. */
export type Bin = { from: number; to: number; n: number; right: number; confidence: number };

export function binsOf(judged: readonly Judged[]): Bin[] {
  return Array.from({ length: BINS }, (_, at) => {
    const own = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === at);
    return { from: at / BINS, to: (at + 1) / BINS, n: own.length, right: own.filter(({ right }) => right).length, confidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length };
  });
}

/** Expected calibration error: the distance of confidence from accuracy, weighted by the bins' n. */
export function calibrationError(bins: readonly Bin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0);
  return bins.reduce((sum, bin) => (bin.n === 0 ? sum : sum + (Math.abs(bin.confidence - bin.right / bin.n) * bin.n) / n), 0);
}

/** The reliability curve, a line a bin, and the expected calibration error. */
export function calibrationText(judged: readonly Judged[]): string {
  const bins = binsOf(judged);
  const curve = bins.map(({ from, to, n, right, confidence }) => {
    const range = `${from.toFixed(1)} to ${to.toFixed(1)}`;
    return n === 0 ? `  ${range}  n = 0` : `  ${range}  confidence ${percent(confidence)}  right ${percent(right / n)}  n = ${n}`;
  });
  return [`role, confidence against accuracy (expected calibration error ${calibrationError(bins).toFixed(3)}, n = ${judged.length})`, ...curve, ""].join("\n");
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
