const space = /[\s\u00a0]/;
// What the reader takes out of a text: nobody sees it.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const tag = /<\/?[a-z][^<>]{0,1000}>/iy;
const SAME_UNITS = 12;
const NEAR_UNITS = 4000;

/**
 * Where each unit of the reader's plain text stands in the text as it was written: `alignText("- a b", "•  a  b")` → `[0, 1, 3, 4, 6]`.
 * The reader trims, joins wrapped lines, makes bullets "- " and drops blank lines; otherwise it keeps the words in their order.
 */
export function alignText(plain: string, written: string): Int32Array {
  const at = new Int32Array(plain.length);
  let to = 0;
  for (let from = 0; from < plain.length; ) {
    const unit = plain[from]!;
    if (written[to] === unit) {
      at[from++] = to++;
      continue;
    }
    tag.lastIndex = to;
    if (written[to] === "<" && tag.test(written)) {
      to = tag.lastIndex;
      continue;
    }
    if (space.test(unit)) {
      at[from++] = Math.min(to, written.length - 1);
      to = skip(written, to);
      continue;
    }
    const next = skip(written, to);
    if (next > to) {
      to = next;
      continue;
    }
    if (isBullet(plain, from)) {
      at[from] = to;
      while (to < written.length && !space.test(written[to]!)) to++;
      at[from + 1] = Math.min(to, written.length - 1);
      to = skip(written, to);
      from += 2;
      continue;
    }
    // Something stands only in what was written (a script), or only in what is read (a character reference): go on where the words agree again.
    const found = written.slice(to, to + NEAR_UNITS).indexOf(plain.slice(from, from + SAME_UNITS));
    if (found > 0) to += found;
    else at[from++] = Math.min(to, Math.max(0, written.length - 1));
  }
  return at;
}

/** Where plain[start, end) stands in what was written, or null where other words stand there. */
export function writtenSpan(at: Int32Array, plain: string, written: string, start: number, end: number): { from: number; to: number } | null {
  if (start < 0 || end > at.length || start >= end) return null;
  const from = at[start]!;
  const to = at[end - 1]! + 1;
  return from < to && bare(written.slice(from, to)) === bare(plain.slice(start, end)) ? { from, to } : null;
}

function skip(written: string, from: number): number {
  while (from < written.length && (space.test(written[from]!) || unseen.test(written[from]!))) from++;
  return from;
}

function isBullet(plain: string, at: number): boolean {
  return plain[at] === "-" && plain[at + 1] === " " && (at === 0 || plain[at - 1] === "\n");
}

/** Words without what lies between them and without bullets. */
function bare(text: string): string {
  return text.replace(/[\s\p{Cf}\p{Cc}]+|(?:^|\n)\s*\S(?=\s)/gu, "");
}
