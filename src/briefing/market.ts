import { askNearest, NearestQuestion } from "../market/questions/nearest.ts";
import { askTitles, TitlesQuestion } from "../market/questions/titles.ts";
import { askTotals } from "../market/questions/totals.ts";
import type { Market } from "../market/store.ts";
import { roleOf } from "../brief/role.ts";
import { foldEmployer, foldTitle } from "../market/vacancies/title.ts";
import type { BriefMarket, BriefOptions } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import { askBand } from "./band.ts";
import { parametersOf } from "./figures.ts";
import { type Like, likeOf } from "./like.ts";
import { askStandingOf } from "./standing.ts";
import { askPrices } from "./prices.ts";

const mostTitleWords = 8;

/** What the market says of one description: its title, the pay of its role, what its requirements cost. Null where the market is empty. */
export async function askMarket(market: Market, posting: Posting, reading: Reading, options: BriefOptions): Promise<BriefMarket | null> {
  const totals = await askTotals(market);
  if (totals.postings === 0) return null;
  // One after another: each of them takes all cores.
  const titles = await titlesLike(market, posting);
  const like = likeOf(reading, roleOf({ reading, options }).value);
  const told = { postings: totals.vacancies, employers: totals.employers, sample: totals.sample, titles };
  if (like === null) return { ...told, years: null, nearest: [], nearestOf: null, band: null, scope: null, prices: [] };
  const years = reading.years.value === null ? null : await askStandingOf(market, like, "years", reading.years.value);
  const nearest = await nearestTo(market, posting, reading, like);
  const band = await askBand(market, like);
  return { ...told, years, ...nearest, band, ...(await askPrices(market, reading, like)) };
}

/** The five nearest vacancies, of five employers, nearness 0..1; and how many they were picked from. */
async function nearestTo(market: Market, posting: Posting, { skills }: Reading, { role, seniority, country, region }: Like): Promise<Pick<BriefMarket, "nearest" | "nearestOf">> {
  const skill = skills.flatMap(({ id }) => (id.includes(",") ? [] : [id])).slice(0, 50);
  const { rows, postings, employers } = await askNearest(market, NearestQuestion.parse({ role, seniority, country, region, skill }));
  // The description itself may be out already.
  const others = rows.filter((row) => foldEmployer(row.employer) !== foldEmployer(posting.company) || foldTitle(row.title, null) !== foldTitle(posting.title, null));
  return { nearest: others.map(({ key, title, employer, role: found, score, posted, url }) => ({ key, title, employer, role: found, nearness: score / 100, posted, url })), nearestOf: { n: postings, employers } };
}

// Of fewer, a share says nothing.
const fewestUnderTitle = 10;
const fewestWords = 2;

/** What vacancies under the same title, without its level, are by content. Where too few have all its words, those of its first words, as long as two are left. */
async function titlesLike(market: Market, { title, location }: Posting): Promise<BriefMarket["titles"]> {
  const words = titleWords(title, location)?.split(" ") ?? [];
  for (let n = words.length; n >= Math.min(fewestWords, words.length) && n > 0; n--) {
    const core = words.slice(0, n).join(" ");
    const asked = { title: core };
    const { rows, sql, postings, employers } = await askTitles(market, TitlesQuestion.parse(asked));
    if (postings < fewestUnderTitle) continue;
    return rows.map(({ role, name, share }) => ({
      role,
      name,
      figure: { what: `Vacancies with “${core}” in their title that are ${name} by content`, unit: "share", currency: null, value: share.value, low: share.low, high: share.high, n: postings, employers, hidden: null, asked: { question: "titles", parameters: parametersOf(asked), sql } },
    }));
  }
  return [];
}

const levels = new Set("senior snr junior lead staff principal distinguished mid entry level intern internship graduate associate remote hybrid onsite contract freelance i ii iii iv v 1 2 3 4 5 m f w d x h".split(" "));

/** Alone they name no work. */
const bare = new Set("engineer developer manager scientist specialist analyst architect consultant expert researcher director head member ingenieur ingénieur entwickler".split(" "));

/** The words of a title that name the work: `titleWords("Senior ML Engineer II, Search (m/w/d)", null)` → `"ml engineer"`: what stands behind a comma is a team. */
export function titleWords(title: string | null | undefined, location: string | null | undefined): string | null {
  const [name = ""] = (title ?? "").split(/[,;:|(/–—]|\s-\s/);
  const words = (foldTitle(name, location) ?? "").split(" ").filter((word) => word !== "" && !levels.has(word));
  return words.length === 0 || words.length > mostTitleWords || (words.length === 1 && bare.has(words[0]!)) ? null : words.join(" ");
}
