import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { samplePostings } from "../src/market/sample.ts";

export const shared = process.env.STRATA_SHARED ?? "../shared";
const real = `${shared}/data/market/postings.jsonl.gz`;

/** Postings as lines of JSON, each its own bytes: the real corpus where it stands beside the checkout, else the invented sample. */
export async function corpusLines(): Promise<{ name: string; lines: Buffer[] }> {
  if (!existsSync(real)) {
    const lines: Buffer[] = [];
    for await (const posting of samplePostings()) lines.push(Buffer.from(JSON.stringify(posting)));
    return { name: "the invented sample (no ../shared/data here)", lines };
  }
  const bytes = gunzipSync(readFileSync(real));
  const lines: Buffer[] = [];
  for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) if (end > start) lines.push(bytes.subarray(start, end));
  return { name: `${lines.length} real postings`, lines };
}
