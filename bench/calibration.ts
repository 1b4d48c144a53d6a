/** A reading's confidence and whether it was right. */
export type Judged = { confidence: number; right: boolean };

/** Of 139 postings ten bins would hold a dozen each: too few to tell a curve from chance. */
const BINS = 5;

/** The reliability curve, a line a bin, and the expected calibration error: the distance of confidence from accuracy, weighted by the bins' n. */
export function calibrationText(judged: readonly Judged[]): string {
  const bins = Array.from({ length: BINS }, (_, bin) => judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin));
  let error = 0;
  const curve = bins.map((bin, i) => {
    const range = `${(i / BINS).toFixed(1)} to ${((i + 1) / BINS).toFixed(1)}`;
    if (bin.length === 0) return `  ${range}  n = 0`;
    const confidence = bin.reduce((sum, one) => sum + one.confidence, 0) / bin.length;
    const accuracy = bin.filter(({ right }) => right).length / bin.length;
    error += (Math.abs(confidence - accuracy) * bin.length) / judged.length;
    return `  ${range}  confidence ${percent(confidence)}  right ${percent(accuracy)}  n = ${bin.length}`;
  });
  return [`role, confidence against accuracy (expected calibration error ${error.toFixed(3)}, n = ${judged.length})`, ...curve, ""].join("\n");
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}
