import { askStanding, StandingQuestion } from "../market/questions/standing.ts";
import type { Market } from "../market/store.ts";
import type { BriefFigure } from "../terms/brief.ts";
import { figureOf, parametersOf } from "./figures.ts";
import type { Like } from "./like.ts";

const words = { pay: "that pay less", years: "that ask for fewer years" };

/** As for pay: fewer are no market. */
const fewestEmployers = 5;

/** The part of vacancies like the description that pay less, or ask for fewer years. */
export async function askStandingOf(market: Market, { role, country, region, seniority, currency, what }: Like, of: "pay" | "years", value: number): Promise<BriefFigure> {
  const asked = { of, value: String(value), role, country, region, seniority, currency: of === "pay" ? currency : null };
  const { rows, sql } = await askStanding(market, StandingQuestion.parse(asked));
  const [row] = rows;
  const hidden = row === undefined || row.n === 0 ? "no vacancy states it" : row.employers < fewestEmployers ? `${row.employers} of ${fewestEmployers} employers` : row.hidden;
  return figureOf(hidden === null ? (row?.below ?? null) : null, { what: `Vacancies of ${what} ${words[of]}`, unit: "share", currency: null, n: row?.n ?? 0, employers: row?.employers ?? 0, hidden, asked: { question: "standing", parameters: parametersOf(asked), sql } });
}
