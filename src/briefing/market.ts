import { askTitles, TitlesQuestion } from "../market/questions/titles.ts";
import { askTotals } from "../market/questions/totals.ts";
import type { Market } from "../market/store.ts";
import { foldTitle } from "../market/vacancies/title.ts";
import type { BriefFigure, BriefMarket } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import { askBand } from "./band.ts";
import { parametersOf } from "./figures.ts";

const mostTitleWords = 8;

/** What the market says of one description: its title, the pay of its role, what its requirements cost. Null where the market is empty. */
export async function askMarket(market: Market, posting: Posting, reading: Reading): Promise<BriefMarket | null> {
  const totals = await askTotals(market);
  if (totals.postings === 0) return null;
  // One after another: each of them takes all cores.
  const titles = await titlesLike(market, posting);
  const band = await askBand(market, reading);
  return { postings: totals.postings, employers: totals.employers, sample: totals.sample, titles, years: null, nearest: [], band, prices: [] };
}

/** What vacancies under the same title, without its level, are by content. */
async function titlesLike(market: Market, { title, location }: Posting): Promise<BriefMarket["titles"]> {
  const core = titleWords(title, location);
  if (core === null) return [];
  const asked = { title: core };
  const { rows, sql } = await askTitles(market, TitlesQuestion.parse(asked));
  return rows.map(({ role, name, share, postings, n, employers }) => {
    const figure: BriefFigure = {
      what: `Vacancies under “${core}” that are ${name} by content`,
      unit: "share",
      currency: null,
      value: share.value,
      low: share.low,
      high: share.high,
      n: postings,
      employers: Math.max(employers, n > 0 ? 1 : 0),
      hidden: null,
      asked: { question: "titles", parameters: parametersOf(asked), sql },
    };
    return { role, name, figure };
  });
}

const levels = new Set("senior snr junior lead staff principal distinguished mid entry level intern internship graduate associate remote hybrid onsite contract freelance i ii iii iv v 1 2 3 4 5 m f w d x h".split(" "));

/** The words of a title that name the work: `titleWords("Senior ML Engineer II, Search (m/w/d)", null)` → `"ml engineer"`: what stands behind a comma is a team. */
export function titleWords(title: string | null | undefined, location: string | null | undefined): string | null {
  const [name = ""] = (title ?? "").split(/[,;:|(–—]|\s-\s/);
  const words = (foldTitle(name, location) ?? "").split(" ").filter((word) => word !== "" && !levels.has(word));
  return words.length === 0 || words.length > mostTitleWords ? null : words.join(" ");
}
