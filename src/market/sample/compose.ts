import { Random } from "../../lib/random.ts";
import type { Posting } from "../../terms/posting.ts";
import type { Role } from "../../terms/role.ts";
import type { Block } from "./blocks.ts";
import type { Content } from "./content.ts";
import type { Employer, Phrases, Ingredients, SampleHeadings, SampleLanguage, SampleLevel } from "./ingredients.ts";
import { chosenLines } from "./lines.ts";
import { marked, type Style, styles } from "./markup.ts";
import { hourlyPay, payRange, statedIn } from "./pay.ts";
import { localName, locationLine, type Place } from "./place.ts";
import { politePhrases } from "./polite.ts";
import { titleAt, withYears, yearsFor } from "./title.ts";

/** What is advertised: everything is decided here, and by the chances of `seed`, but for the place. */
export type Vacancy = { content: Content; pool: Pick<Content, "duties" | "demands" | "pluses">; employer: Employer; level: SampleLevel; month: number; seed: number };

/** Pay at a level against that at mid level. */
const levels: Record<SampleLevel, number> = { intern: 0.5, entry: 0.72, mid: 1, marked: 1, senior: 1.24, lead: 1.5, manager: 1.45, director: 1.75 };
/** What employers of some kinds pay above others. */
const tastes: Partial<Record<string, number>> = { lab: 1.28, compute: 1.1, agents: 1.06, security: 1.04, office: 0.86, care: 0.9, institute: 0.74, consultancy: 0.94, annotation: 0.8 };
/** Roles whose teams are not on call and release nothing. */
const withoutReleases: Role[] = ["ai-governance-specialist", "ai-risk-engineer", "outside-ai-adjacent", "outside-other", "research-scientist"];
const growthPerMonth = 0.0025;
const bullets = ["-", "•", "*", "–"];

/** The posting of a vacancy at a place, without id and dates. The same vacancy reads the same everywhere but for its place. */
export function compose(vacancy: Vacancy, place: Place, ingredients: Ingredients): Posting {
  const { content, employer, level, seed } = vacancy;
  const { language, variation } = content;
  const random = new Random(seed);
  // Of the employer, not of the posting: an employer's postings look alike.
  const house = new Random(ingredients.employers.indexOf(employer) * 7919 + 17);
  const phrases = variation.formal ? politePhrases(ingredients.phrases[language]) : ingredients.phrases[language];
  const title = random.pick(variation.titles);
  const slots: Record<string, string> = { name: employer.name, title, city: localName(place, language), country: countryName(ingredients, place, language), team: String(random.whole(3, 14)), days: String(random.whole(2, 3)), n: String(random.whole(4, 9)) };
  const article = /^(?:[AEIO]|ML|LLM|NLP|HPC)/.test(title) ? "an" : "a";
  const filled = (text: string): string => text.replace(/\ba \{title\}/, `${article} {title}`).replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]!);

  const pay = payOf(vacancy, place, ingredients, random);
  const years = variation.years === undefined ? null : yearsFor(level, random);
  const yearsLine = content.years === null || years === null ? content.years : withYears(content.years, variation.years!, years);
  const lines = chosenLines(content, vacancy.pool, yearsLine, random);
  const style: Style = house.pick(styles);
  const bullet = house.pick(bullets);
  const headings = headingsOf(phrases.headings, house);
  const work = employer.work === "remote" && random.chance(0.15) ? "hybrid" : employer.work;
  const sentences = sentencesOf(vacancy, place, phrases, pay, work, random);

  const blocks: Block[] = [
    ...section(headings.about, [{ kind: "text", text: employer.about[language]! }]),
    ...section(random.chance(0.7) ? headings.role : null, [{ kind: "text", text: sentences.role }]),
    ...section(headings.duties, items(lines.duties)),
    ...section(headings.demands, items(lines.demands)),
    ...section(lines.pluses.length > 0 ? headings.pluses : null, items(lines.pluses)),
    ...section(headings.team, [{ kind: "text", text: sentences.team }]),
    ...section(headings.offer, [{ kind: "text", text: sentences.offer }]),
    ...(sentences.process === null ? [] : section(headings.process, [{ kind: "text", text: sentences.process }])),
    { kind: "text", text: sentences.close },
  ];
  return {
    company: employer.name,
    title: titleAt(title, level, language, variation, random),
    location: locationLine(place, language, work === "remote", ingredients, house),
    salary_raw: pay !== null && random.chance(0.35) ? pay : null,
    employment_type: employmentType(level, language),
    remote: work === "remote" ? true : null,
    lang: language,
    ...marked(
      blocks.map(({ kind, text }) => ({ kind, text: filled(text) })),
      style,
      bullet,
    ),
  };
}

type Sentences = { role: string; team: string; offer: string; process: string | null; close: string };

function sentencesOf({ content, employer }: Vacancy, place: Place, phrases: Phrases, pay: string | null, work: Employer["work"], random: Random): Sentences {
  const benefits = phrases.benefits[place.country] ?? phrases.benefits["other"]!;
  const payLine = pay === null ? (random.chance(0.6) ? random.pick(phrases.noPay) : null) : random.pick(content.variation.total ? phrases.total : payPhrases(phrases, content, pay)).replace("{pay}", pay);
  const visa = employer.visa === "silent" ? null : random.pick(phrases[employer.visa]);
  const role = random.pick(phrases.role);
  return {
    role,
    team: teamOf(content, phrases, role.includes("{team}"), random),
    offer: [payLine, random.pick(benefits), random.chance(0.85) ? random.pick(phrases[work]) : null, visa].filter((sentence) => sentence !== null).join(" "),
    process: random.chance(0.55) ? random.pick(phrases.process) : null,
    close: random.shuffled(phrases.close).slice(0, random.whole(1, 2)).join(" "),
  };
}

/** Two to four sentences on how the team works; one of them at most says how large it is. */
function teamOf(content: Content, phrases: Phrases, isCounted: boolean, random: Random): string {
  const general = [...phrases.team, ...(withoutReleases.includes(content.variation.role) ? [] : phrases.engineering)];
  const lines = random.shuffled([...content.team, ...random.shuffled(general).slice(0, 4)]);
  const sized = lines.find((line) => line.includes("{team}"));
  return lines
    .filter((line) => !line.includes("{team}") || (line === sized && !isCounted))
    .slice(0, random.whole(2, 4))
    .join(" ");
}

/** Pay by the hour does not go with the words for a year's. */
function payPhrases(phrases: Phrases, { language, variation }: Content, pay: string): string[] {
  if (language === "en" && (variation.hourly || pay.includes("hour"))) return ["Pay: {pay}.", "We pay {pay}."];
  if (pay.includes("Stunde")) return ["Du bekommst {pay}."];
  return phrases.pay;
}

function payOf({ content: { language, variation }, employer, level, month }: Vacancy, place: Place, ingredients: Ingredients, random: Random): string | null {
  const stated = random.chance(statedIn(place.country));
  const spread = Math.exp(0.09 * random.normal());
  const thousands = ingredients.roles[variation.role].pay * levels[level] * (tastes[employer.taste] ?? 1) * place.level * spread * (1 + growthPerMonth * month);
  const pay = variation.hourly ? hourlyPay(place.country, language, thousands * 0.45, random) : level === "intern" ? hourlyPay(place.country, language, thousands, random) : payRange(place.country, language, thousands, random);
  return stated ? pay : null;
}

function headingsOf(all: SampleHeadings, house: Random): Record<keyof SampleHeadings, string> {
  return Object.fromEntries(Object.entries(all).map(([name, headings]) => [name, house.pick(headings)])) as Record<keyof SampleHeadings, string>;
}

function section(heading: string | null, blocks: Block[]): Block[] {
  return heading === null ? blocks : [{ kind: "heading", text: heading }, ...blocks];
}

function items(lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: "item", text }));
}

function countryName(ingredients: Ingredients, { country }: Place, language: SampleLanguage): string {
  const { name, local } = ingredients.countries[country]!;
  if (language !== "en") return local?.[language] ?? name;
  return ["United States", "United Kingdom", "Netherlands", "United Arab Emirates"].includes(name) ? `the ${name}` : name;
}

function employmentType(level: SampleLevel, language: SampleLanguage): string {
  if (level === "intern") return { en: "Internship", de: "Werkstudent", fr: "Stage", nl: "Stage" }[language];
  return { en: "Full-time", de: "Vollzeit", fr: "CDI", nl: "Voltijd" }[language];
}
