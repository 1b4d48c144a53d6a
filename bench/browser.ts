import { build } from "esbuild";
import { chromium } from "playwright-core";
import { chromiumArgs, findChromium } from "../scripts/chromium.mjs";
import { samplePostings } from "../src/market/sample.ts";
import { rounded, spread } from "./measure.ts";

const UNITS = 6000;
const READS = 200;

type InPage = { strataReader: { read: (posting: unknown) => { skills: unknown[] } } };

/** A description of some 6 KB, read in Chromium: the first reading, which compiles the vocabulary and the kernel, and those after it. */
export async function measureBrowser() {
  const { outputFiles } = await build({ entryPoints: ["src/reading/read.ts"], bundle: true, format: "iife", globalName: "strataReader", target: "es2022", minify: true, write: false });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]!.text });
    const posting = await longPosting();
    const milliseconds = await page.evaluate(
      ({ given, reads }) => {
        const { read } = (globalThis as unknown as InPage).strataReader;
        return Array.from({ length: reads }, () => {
          const began = performance.now();
          if (read(given).skills.length === 0) throw new Error("no skills were read");
          return performance.now() - began;
        });
      },
      { given: posting, reads: READS },
    );
    return { chromium: browser.version(), descriptionUnits: posting.description_text.length, scriptMegabytes: rounded(outputFiles[0]!.contents.length / 1e6), firstMs: rounded(milliseconds[0]!), secondMs: rounded(milliseconds[1]!), warmMs: spread(milliseconds.slice(READS / 2)) };
  } finally {
    await browser.close();
  }
}

/** The invented postings' descriptions one behind the other, until there are enough. */
async function longPosting(): Promise<{ title: string; description_text: string }> {
  let text = "";
  for await (const { description_html, description_text } of samplePostings()) {
    text += `${(description_html ?? description_text ?? "").replaceAll(/<[^>]*>/g, "\n")}\n`;
    if (text.length >= UNITS) break;
  }
  return { title: "Senior AI engineer", description_text: text.slice(0, UNITS) };
}
