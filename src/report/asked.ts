import type { Answer } from "../market/questions/answer.ts";
import { sqlWithValues } from "../market/questions/sql.ts";
import type { Region } from "../terms/place.ts";
import type { Market } from "../market/store.ts";
import type { Source } from "./document.ts";
import type { Quarter } from "./quarter.ts";

/** What every section is made from: the market, the quarter and regions, and the list of sources that it adds to. */
export type Asking = { market: Market; quarter: Quarter; regions: readonly Region[]; sources: Source[] };

/** What fewer vacancies or employers show stands in a table, and in no sentence. */
export const fewestTold = { n: 30, employers: 5 } as const;

/** The parameters of a question for the quarter and some regions; all of the report's where none is given. */
export function cutOf({ quarter, regions }: Asking, region: readonly Region[] = regions): { region: Region[]; since: string; until: string } {
  return { region: [...region], since: quarter.since, until: quarter.until };
}

/** Notes where an answer comes from; the number under which the appendix has it. */
export function sourceOf(asking: Asking, title: string, answer: Pick<Answer<unknown>, "postings" | "employers" | "sql" | "values">, { command, counted }: { command: string; counted: string }): number {
  const number = asking.sources.length + 1;
  const { postings, employers } = answer;
  asking.sources.push({ number, title, postings, employers, counted, command: `strata market ${command}`, sql: sqlWithValues(answer) });
  return number;
}

/** `flagsOf(asking)` → `"--region us,uk --since 2025-10-01 --until 2025-12-31"` */
export function flagsOf({ quarter, regions }: Asking, region: readonly Region[] = regions): string {
  return `${region.length === 0 ? "" : `--region ${region.join(",")} `}--since ${quarter.since} --until ${quarter.until}`;
}
