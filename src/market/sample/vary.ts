import { Random } from "../../lib/random.ts";
import type { Posting } from "../../terms/posting.ts";
import { Role } from "../../terms/role.ts";
import { closingDay, dayIn, lastDay, later, months, volumeIn } from "./calendar.ts";
import { compose, type Vacancy } from "./compose.ts";
import { type Content, findContents, poolFor } from "./content.ts";
import { type Employer, loadIngredients, type Ingredients, SampleLanguage, type SampleLevel } from "./ingredients.ts";
import { type Place, placeOf } from "./place.ts";

/** An invented posting with what it was made to be. */
export type Varied = { posting: Posting; role: Role; country: string; origin: "written" | "varied" | "repost" | "copy" };

const seed = 20_261_031;
/** With the 75 written ones, reposts and copies, some 2,000. */
const vacancies = 1780;
const reposted = 0.11;
const copied = 0.02;
/** How often an employer hires grows slower than its size, so that none is the market. */
const bySize = 0.35;
/** A few employers stand for whole countries. */
const byCountry: Partial<Record<string, number>> = { US: 1.6, GB: 1.2, IN: 1.4, DE: 2.6, AT: 1.6, CH: 1.5, FR: 1.7, NL: 1.9, BE: 1.7 };

/** The invented market: the same postings, in the same order, byte for byte, whenever and wherever it is made. */
export function* variedPostings(): Generator<Varied> {
  const ingredients = loadIngredients();
  const contents = findContents(ingredients);
  const random = new Random(seed);
  yield* writtenPostings(ingredients, random);
  const options = optionsByRole(ingredients, contents);
  const schedule = scheduleOf(ingredients, random);
  const ids = new Map<string, number>();
  for (const { role, month } of schedule) {
    const vacancy = chooseVacancy(role, month, options, random);
    const places = vacancy.employer.at.map((city) => placeOf(city, ingredients));
    const place = random.weighted(places, (one) => (one === places[0] ? 3 : 1));
    const posted = dayIn(month, random);
    const other = places.find((one) => one !== place);
    const copyAt = other !== undefined && random.chance(copied * 2) ? other : null;
    yield* postingsOf(vacancy, place, copyAt, posted, ids, ingredients, random);
  }
}

/** A vacancy's postings: the first, a copy at another place, and one that says the same again some time after the first was closed. */
function* postingsOf(vacancy: Vacancy, place: Place, copyAt: Place | null, posted: string, ids: Map<string, number>, ingredients: Ingredients, random: Random): Generator<Varied> {
  const { role } = vacancy.content.variation;
  const median = ingredients.roles[role].open;
  const first: Posting = { ...compose(vacancy, place, ingredients), id: idOf(vacancy, ids), posted_at: posted, closed_at: closingDay(posted, median, random) };
  yield { posting: first, role, country: place.country, origin: "varied" };
  if (copyAt !== null) yield { posting: { ...compose(vacancy, copyAt, ingredients), id: idOf(vacancy, ids), posted_at: posted, closed_at: first.closed_at }, role, country: copyAt.country, origin: "copy" };
  if (typeof first.closed_at !== "string" || !random.chance(reposted)) return;
  const again = later(first.closed_at, random.whole(5, 45));
  if (again <= lastDay) yield { posting: { ...first, id: idOf(vacancy, ids), posted_at: again, closed_at: closingDay(again, median, random) }, role, country: place.country, origin: "repost" };
}

function* writtenPostings(ingredients: Ingredients, random: Random): Generator<Varied> {
  for (const posting of ingredients.postings) {
    const role = ingredients.variations[posting.id!]?.role ?? unvaried[posting.id!];
    if (role === undefined) throw new Error(`variations.yaml says nothing of ${posting.id}`);
    const employer = ingredients.employers.find((one) => one.name === posting.company);
    if (employer === undefined) throw new Error(`employers.yaml: there is no ${posting.company}`);
    const closed_at = closingDay(posting.posted_at!, ingredients.roles[role].open, random);
    yield { posting: { ...posting, closed_at }, role, country: placeOf(employer.at[0]!, ingredients).country, origin: "written" };
  }
}

/** Bodies in one paragraph have no lists to vary. */
const unvaried: Record<string, Role> = {
  "bramblewick-senior-ai-engineer-latam": "ai-product-engineer",
  "peachtree-fabric-data-scientist": "outside-data",
  "sagebrush-freight-ai-ml-engineer": "ml-engineer",
  "stannerby-mlops-engineer-contract": "ml-platform-engineer",
};

/** Roles and months of all vacancies: as many of a role in a month as its weight, its trend and the season say, in the order of time. */
function scheduleOf(ingredients: Ingredients, random: Random): { role: Role; month: number }[] {
  const cells = months.flatMap((_, month) => Role.options.map((role) => ({ role, month, volume: ingredients.roles[role].weight * volumeIn(month, ingredients.roles[role].trend) })));
  const whole = cells.reduce((sum, { volume }) => sum + volume, 0);
  const schedule = cells.flatMap(({ role, month, volume }) => {
    const exact = (volume / whole) * vacancies;
    return Array.from({ length: Math.floor(exact) + (random.chance(exact % 1) ? 1 : 0) }, () => ({ role, month }));
  });
  return random.shuffled(schedule).toSorted((a, b) => a.month - b.month);
}

type Option = { employer: Employer; weight: number; contents: { content: Content; pool: Vacancy["pool"] }[] };

/** Per role the employers that hire for it, each with what it can publish in its languages. */
function optionsByRole(ingredients: Ingredients, contents: Content[]): Record<Role, Option[]> {
  const pools = new Map(contents.map((content) => [content, poolFor(content, contents, ingredients.more)]));
  const optionsFor = (role: Role): Option[] =>
    ingredients.employers.flatMap((employer) => {
      const taste = ingredients.tastes[employer.taste]?.[role] ?? 0;
      const fitting = contents.filter((content) => content.variation.role === role && publishes(employer, content));
      if (taste === 0 || fitting.length === 0) return [];
      const country = placeOf(employer.at[0]!, ingredients).country;
      return [{ employer, weight: taste * employer.people ** bySize * (byCountry[country] ?? 1), contents: fitting.map((content) => ({ content, pool: pools.get(content)! })) }];
    });
  return Object.fromEntries(Role.options.map((role) => [role, optionsFor(role)])) as Record<Role, Option[]>;
}

function publishes(employer: Employer, { language, variation }: Content): boolean {
  return employer.about[SampleLanguage.parse(language)] !== undefined && (variation.trades === undefined || variation.trades.includes(employer.trade));
}

function chooseVacancy(role: Role, month: number, options: Record<Role, Option[]>, random: Random): Vacancy {
  const { employer, contents } = random.weighted(options[role], (option) => option.weight);
  const { content, pool } = random.weighted(contents, (one) => one.content.variation.weight);
  const level = random.weighted(Object.entries(content.variation.levels) as [SampleLevel, number][], ([, weight]) => weight)[0];
  return { content, pool, employer, level, month, seed: Math.floor(random.next() * 2 ** 32) };
}

/** `"vantelune-17"`: ids count an employer's postings, as the numbers of a board do. */
function idOf({ employer }: Vacancy, ids: Map<string, number>): string {
  const slug = employer.name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
  const n = (ids.get(slug) ?? 0) + 1;
  ids.set(slug, n);
  return `${slug}-${n}`;
}
