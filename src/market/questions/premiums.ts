import { z } from "zod";
import { RatesUsed, ratesOf } from "../rates.ts";
import { type Fit, regress } from "../statistics/regression.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, sizeOf, statedSql } from "./answer.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { type Design, designOf, type Factor, fewestEmployers } from "./pay-model.ts";
import { Drawn, drawnLines, type PayPosting, payPostings } from "./pay-postings.ts";
import { rateKnown, ratesLine, ratesUsed, Unconverted, withoutRate } from "./pay-cells.ts";
import { defineQuestion } from "./question.ts";

const factors: readonly Factor[] = ["layer", "seniority", "country", "domain", "kind"];
/** Of what explains pay, `kind` is only taken out: whether a range is called base pay is no premium. */
const shown = ["layer", "seniority", "country", "domain", "skill"] as const;

/** By how much pay differs, as a share (0.06 is +6 %), where all else that is known is alike; against the level that `against` names, for a skill against postings that do not name it. */
export const PremiumRow = z.object({ factor: z.enum(shown), name: z.string(), against: z.string(), premium: z.object({ value: z.number(), low: z.number(), high: z.number() }), n: z.number(), employers: z.number() });
export type PremiumRow = z.infer<typeof PremiumRow>;

/** Skills of the model, the most named: always as many, whatever is shown of them, or a premium would change with the length of the list. */
const modelSkills = 50;

export const PremiumsQuestion = Cut.extend({ limit: limitOf(modelSkills) });
export type PremiumsQuestion = z.infer<typeof PremiumsQuestion>;

/** The regression behind the rows: null, with the reason in `hidden`, where too few employers state pay. */
export const PremiumModel = z.object({
  n: z.number(),
  employers: z.number(),
  r2: z.number(),
  errors: z.enum(["CR1", "HC3"]),
  references: z.record(z.string(), z.string()),
  dropped: z.array(z.object({ name: z.string(), why: z.enum(["rare", "collinear"]) })),
});
export type PremiumModel = z.infer<typeof PremiumModel>;

export const PremiumsAnswer = answerOf(PremiumRow).extend({ model: PremiumModel.nullable(), hidden: z.string().nullable(), drawn: Drawn, rates: RatesUsed.nullable(), unconverted: Unconverted });
export type PremiumsAnswer = Answer<PremiumRow> & { model: PremiumModel | null; hidden: string | null; drawn: Drawn; rates: RatesUsed | null; unconverted: Unconverted };

/** What layer, level, country, domain and skills add to pay: least squares on the logarithm of yearly pay, with errors that allow postings of one employer to go together. */
export async function askPremiums(market: Market, question: PremiumsQuestion): Promise<PremiumsAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const rates = ratesOf(market.dir);
  const convert = cut.currency ?? "USD";
  rateKnown(rates, convert);
  const [size, { postings, query, drawn }, unconverted] = await Promise.all([sizeOf(market, where), payPostings(market, where, { convert, rates, skills: "named" }), withoutRate(market, { sql: statedSql(where, "wage_currency"), values: where.values }, rates)]);
  const design = designOf(postings, factors, { mostSkills: modelSkills });
  const fit = regress(design.cases, design.names);
  const found = fit === null ? { rows: [], model: null, hidden: tooFew(postings, design) } : { rows: shortened(premiumRows(fit, design), question.limit), model: modelOf(fit, design), hidden: null };
  return { ...answered(cut, size, found.rows, query), model: found.model, hidden: found.hidden, drawn, rates: await ratesUsed(market, where, convert, rates), unconverted };
}

export function tooFew(postings: readonly PayPosting[], design: Design): string {
  const employers = new Set(postings.map((posting) => posting.employer)).size;
  return `${employers} employers state pay, and ${design.names.length + 1} columns ask for more than as many`;
}

function premiumRows(fit: Fit, design: Design): PremiumRow[] {
  const rows = fit.coefficients.flatMap((one): PremiumRow[] => {
    const [factor, name] = one.name.split(": ") as [string, string | undefined];
    const of = shown.find((wanted) => wanted === factor);
    // Of the rare levels together, too, there may be too few: their effect would be one firm's pay.
    if (of === undefined || name === undefined || one.employers < fewestEmployers) return [];
    const against = of === "skill" ? "not named" : design.references[of]!;
    return [{ factor: of, name, against, premium: { value: Math.expm1(one.value), low: Math.expm1(one.low), high: Math.expm1(one.high) }, n: one.n, employers: one.employers }];
  });
  return rows.toSorted((a, b) => shown.indexOf(a.factor) - shown.indexOf(b.factor) || b.premium.value - a.premium.value);
}

/** The rows with only the most named of the skills. */
function shortened(rows: readonly PremiumRow[], most: number): PremiumRow[] {
  const skills = rows.filter((row) => row.factor === "skill").toSorted((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
  const kept = new Set(skills.slice(0, most));
  return rows.filter((row) => row.factor !== "skill" || kept.has(row));
}

function modelOf(fit: Fit, { references, dropped }: Design): PremiumModel {
  return { n: fit.n, employers: fit.employers, r2: fit.r2, errors: fit.errors, references, dropped: [...dropped, ...fit.collinear.map((name) => ({ name, why: "collinear" as const }))] };
}

const premiumNotes = "How much more a vacancy pays where level, country, domain, layer and named\nskills are else alike, with its 95 % interval; n vacancies have it.";

export const premiumsQuestion = defineQuestion({
  about: "What layer, level, country, domain and skills add to pay, all else alike, with intervals",
  asks: PremiumsQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "show so many of the 50 skills most named (else all)" } },
  answer: PremiumsAnswer,
  ask: askPremiums,
  title: "Premiums",
  columns: [
    { name: "name", kind: "text", head: "what", of: (row) => row.name },
    { name: "factor", kind: "text", head: "kind", of: (row) => row.factor },
    { name: "against", kind: "text", head: "against", of: (row) => row.against },
    { name: "premium", kind: "change", head: "% (95 %)", of: (row) => row.premium },
    ...sized,
  ],
  notes: premiumNotes,
  notesOf: ({ model, hidden, drawn, rates, unconverted }) => [premiumNotes, ...(model === null ? [`No figures: ${hidden}.`] : modelLines(model)), ...drawnLines(drawn), ...ratesLine(rates, unconverted)].join("\n"),
});

function modelLines({ n, employers, r2, errors, dropped }: PremiumModel): string[] {
  const by = errors === "CR1" ? "by employer (CR1)" : "per vacancy, as each employer has one (HC3)";
  const left = dropped.length === 0 ? [] : [`Left out as too rare or said by others: ${dropped.length} (--json names them).`];
  return [`n = ${n} vacancies of ${employers} employers, R² = ${r2.toFixed(2)}; errors robust ${by}.`, ...left];
}
