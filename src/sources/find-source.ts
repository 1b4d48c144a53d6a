import { shortened } from "../lib/shortened.ts";
import { makeTurns } from "../lib/turns.ts";
import { sourceName, refText } from "../terms/board-ref.ts";
import type { SourceKind } from "../terms/source.ts";
import { aiEmployers } from "./ai-employers.ts";
import { boardInPage, parseBoardRef } from "./board-in.ts";
import { boards } from "./boards.ts";
import { FetchRefused, NoSource } from "./guard-problem.ts";
import { jobPostingsIn } from "./job-posting.ts";
import { otherPage } from "./others.ts";
import type { PageFetcher } from "./fetching/get-page.ts";

/** A source that is to be followed. `name`: what its postings' ids are unique in. `asked`: what it is fetched by. */
export type Wanted = { name: string; kind: SourceKind; asked: string; url: string; employer: string | null };

/** The list that ships with Strata, as it is asked for. */
export const aiEmployersName = "ai-employers";

type Pages = Pick<PageFetcher, "get">;

const mostLines = 200;
const pagesAtOnce = 8;
/** Nobody reads more of what is wrong at once. */
const mostTold = 5;

/**
 * What a person's words mean, or each of their lines where they are several: the list of employers, a board by name or address, or a page, which is looked at for the board that it shows. Files are for the caller.
 * Throws NoSource, or FetchRefused where a page has to be looked at and does not come; of several lines they name each that is none, and none is taken.
 */
export async function findSources(text: string, pages: Pages): Promise<Wanted[]> {
  const lines = text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [{ asked: line.trim(), number: i + 1 }]));
  if (lines.length < 2) return await sourcesOf(text.trim(), pages);
  if (lines.length > mostLines) throw new NoSource(`These are ${lines.length} lines; ${mostLines} are taken at once. Give them in parts`);
  const inTurn = makeTurns({ most: pagesAtOnce });
  const wrong: { number: number; error: NoSource | FetchRefused }[] = [];
  const tried = lines.map(({ asked, number }) => inTurn(() => sourcesOf(asked, pages)).catch((error: unknown): Wanted[] => {
    if (!(error instanceof NoSource || error instanceof FetchRefused)) throw error;
    wrong.push({ number, error });
    return [];
  }));
  const found = (await Promise.all(tried)).flat();
  if (wrong.length > 0) throw ofLines(wrong.toSorted((a, b) => a.number - b.number), lines.length);
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

function ofLines(wrong: readonly { number: number; error: NoSource | FetchRefused }[], all: number): NoSource | FetchRefused {
  const told = [
    `Of ${all} lines ${wrong.length} cannot be followed, so none is. Mend or leave out:`,
    ...wrong.slice(0, mostTold).map(({ number, error }) => `line ${number}: ${error.message}`),
    ...(wrong.length > mostTold ? [`… and ${wrong.length - mostTold} more`] : []),
  ].join("\n");
  return wrong.some(({ error }) => error instanceof NoSource) ? new NoSource(told) : new FetchRefused(told);
}

async function sourcesOf(asked: string, pages: Pages): Promise<Wanted[]> {
  if (asked === aiEmployersName) return aiEmployers().map(({ employer, ref, url }) => ({ ...boardSource(ref), url, employer }));
  const ref = parseBoardRef(asked);
  if (ref !== null) return [boardSource(ref)];
  if (!/^https?:\/\//i.test(asked)) throw new NoSource(`"${shortened(asked)}" is no source that is known. Give a board (ashby:NAME, greenhouse:NAME, lever:NAME …), a careers page, a page with postings in it, or ${aiEmployersName}. Addresses begin with https://`);
  return [await sourceInPage(asked, pages)];
}

function boardSource(ref: NonNullable<ReturnType<typeof parseBoardRef>>): Wanted {
  return { name: sourceName(ref), kind: ref.ats, asked: refText(ref), url: boards[ref.ats].address.page(ref), employer: null };
}

async function sourceInPage(address: string, pages: Pages): Promise<Wanted> {
  if (!URL.canParse(address)) throw new NoSource(`${shortened(address)} is not an address`);
  const { url, status, text } = await pages.get(address);
  if (status !== 200) throw new FetchRefused(`${shortened(address)} answered ${status}. Give the address of the careers page, or the board itself (ashby:NAME …)`);
  const ref = boardInPage(text, url);
  if (ref !== null) return boardSource(ref);
  if (jobPostingsIn(text).length > 0) {
    const page = new URL(url);
    page.hash = "";
    return { name: `page:${page.href}`, kind: "page", asked: page.href, url: page.href, employer: null };
  }
  const other = otherPage(text);
  if (other !== null) throw new NoSource(`${shortened(address)}: ${other.reason}: ${other.detail}`);
  throw new NoSource(`${shortened(address)} shows no board that is known (${Object.keys(boards).join(", ")}), or several, and states no postings itself (schema.org JobPosting). If its board is one of these, give it by name: ashby:NAME`);
}

/** A file as a source. `path` is absolute. */
export function fileSource(path: string): Wanted {
  return { name: `file:${path}`, kind: "file", asked: path, url: `file://${path}`, employer: null };
}
