/**
 * Wilson's 95 % interval of a share of `n`: [low, high], both 0..1. Holds where n is small and the share near 0 or 1.
 * `wilson(8, 10)` → `[0.49, 0.943]` (rounded). Wilson 1927, JASA 22:209.
 */
export function wilson(hits: number, n: number): [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / n;
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  const centre = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}
