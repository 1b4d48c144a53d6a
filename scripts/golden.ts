// Prints where the reader differs from the facts of the invented postings: npm run golden [-- FIELD…] [-- --prune]
import { findGolden, findKnown, findMisses, type Miss, pruneKnown } from "../test/golden.ts";

const known = findKnown();
const golden = findGolden();
const misses = golden.flatMap(findMisses);
const reasonOf = (miss: Miss): string | undefined => known.get(miss.slug)?.get(miss.field);
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));

if (process.argv.includes("--prune")) {
  const gone = pruneKnown((slug, field) => misses.some((miss) => miss.slug === slug && miss.field === field));
  process.stdout.write(`${gone} lines taken off known-misses.yaml\n`);
}
for (const miss of misses.toSorted((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))) {
  if (wanted.length > 0 && !wanted.some((field) => miss.field.startsWith(field))) continue;
  process.stdout.write(`${miss.field.padEnd(24)} ${miss.slug.padEnd(48)} expected ${miss.expected}; got ${miss.got}${reasonOf(miss) === undefined ? "   NEW" : ""}\n`);
}
const fresh = misses.filter((miss) => reasonOf(miss) === undefined).length;
process.stdout.write(`${golden.length} postings, ${misses.length} misses, ${fresh} of them not in known-misses.yaml\n`);
process.exitCode = fresh > 0 ? 1 : 0;
