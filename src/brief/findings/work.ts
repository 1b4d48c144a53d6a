import type { BriefFinding, BriefMissing } from "../../terms/brief.ts";
import { layers, type MixLayer } from "../../terms/layer.ts";
import type { WorkKind } from "../work-kinds.ts";
import { conflates } from "../two-jobs.ts";
import { distinct, listed, quoted } from "../quotes.ts";
import { counted, percent, withInterval } from "../words.ts";
import { type Finder, flagOf } from "./found.ts";

const quotesOfEach = 4;
// Nearly half: neither of the two is a side of the other.
const half = 0.4;
const smallestJob = 0.1;
const fewestJobs = 3;
const countWords = ["no", "one", "two", "three", "four", "five"];

/** Several roles in one, with the sentences of each. */
export const conflationFindings: Finder = (one) => {
  const { mix, sentences } = one.reading;
  const two = conflates(one.work, one.reading.layer === "outside");
  if (two !== null) return [twoJobs(two, one.work.told)];
  if (flagOf(one, "conflated") === null || mix === null) return [];
  const of = (layer: MixLayer) => sentences.filter((sentence) => sentence.layer === layer).map((sentence) => sentence.evidence);
  // A sentence or two of a twentieth of the work are no job of their own.
  const mixed = layers.filter((layer) => mix[layer] >= smallestJob).toSorted((a, b) => mix[b] - mix[a]);
  if (mixed.length < fewestJobs || mixed.every((layer) => of(layer).length === 0)) return [];
  const shares = listed(mixed.map((layer) => `${layer} ${percent(mix[layer])}`));
  const trades = tradesBeside(one.work.kinds);
  const besides = wordsOfTrades(trades, one.work.told);
  const finding: BriefFinding = {
    id: "conflated",
    severity: mixed.length >= 4 ? "flag" : "warn",
    says: `Reads as ${countWords[mixed.length]} roles in one: ${shares} of the responsibilities (${counted(sentences.length, "sentence")} that ${sentences.length === 1 ? "tells" : "tell"} of a layer).${besides.says}`,
    advice: `Keep the layer that is hired for (now most of all ${mixed[0]}), name the owners of the rest, or open ${countWords[mixed.length]} roles.${besides.advice}`,
    quotes: distinct([...mixed.flatMap((layer) => quoted(of(layer).slice(0, quotesOfEach), layer)), ...trades.flatMap((trade) => quoted(trade.sentences.slice(0, quotesOfEach), "outside"))]),
    figures: [],
  };
  return [finding];
};

/** Trades outside AI that duties are of, beside those of several layers. Their words are plain, so that one duty of a tenth of the work tells; what engineers of AI do too, or speak of, takes two. */
function tradesBeside(kinds: readonly WorkKind[]): WorkKind[] {
  return kinds.filter(({ id, layer, share, sentences }) => layer === "outside" && id !== "other" && share >= smallestJob && sentences.length >= (spokenOf.has(id) ? fewestSpokenOf : 1));
}

const spokenOf: ReadonlySet<string> = new Set(["data", "backend", "operations", "product-management", "project-management", "people", "annotation", "teaching", "support", "finance"]);
const fewestSpokenOf = 2;

function wordsOfTrades(trades: readonly WorkKind[], told: number): { says: string; advice: string } {
  if (trades.length === 0) return { says: "", advice: "" };
  const says = ` Beside them it asks for ${listed(trades.map(({ name, sentences }) => `${name} (${counted(sentences.length, "sentence")} of ${told})`))}.`;
  const names = capital(listed(trades.map(({ name }) => name)));
  return { says, advice: trades.length === 1 ? ` ${names} is a trade of its own: leave it to who does it all day.` : ` ${names} are trades of their own: leave them to who does them all day.` };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One person for two trades: AI engineering and one outside it, or two outside. */
function twoJobs(jobs: readonly WorkKind[], told: number): BriefFinding {
  const inside = jobs.filter(({ layer }) => layer !== "outside");
  const trades = jobs.filter(({ layer }) => layer === "outside").map(({ name, share }) => ({ name, share }));
  const both = [...(inside.length === 0 ? [] : [{ name: inside.length === 1 ? inside[0]!.name : `AI engineering: ${listed(inside.map(({ id }) => id))}`, share: inside.reduce((sum, { share }) => sum + share, 0) }]), ...trades].toSorted((a, b) => b.share - a.share);
  return {
    id: "conflated",
    severity: both.every(({ share }) => share >= half) ? "flag" : "warn",
    says: `Reads as two jobs in one: ${listed(both.map(({ name, share }) => `${name} (${percent(share)})`))} of the ${told} sentences that tell of work.`,
    advice: `Say which of the two is hired for, and who does the other; or open two roles.`,
    quotes: distinct(jobs.flatMap(({ layer, sentences }) => quoted(sentences.slice(0, quotesOfEach), layer))),
    figures: [],
  };
}

/** Years that do not fit the level, by the title or by what the market asks for at that level. */
export const yearsFindings: Finder = (one) => {
  const { seniority, years } = one.reading;
  if (years.value === null || years.evidence.length === 0) return [];
  const asked = quoted(years.evidence, "requirement");
  const usual = one.market?.years ?? null;
  const flag = flagOf(one, "level-years");
  const figures = usual === null ? [] : [usual];
  const marketSays = usual?.value == null ? "" : ` ${usual.what}: ${withInterval(usual)}.`;
  // "0 years with a doctorate, or 8 without" is no contradiction, though 0 is the least.
  if (flag !== null && years.value > 0 && seniority.evidence.length > 0) {
    const says = `The title says “${seniority.evidence[0]!.text}”, but ${counted(years.value, "year")} of experience ${years.value === 1 ? "is" : "are"} asked for.${marketSays}`;
    return [{ id: "level-years", severity: "flag", says, advice: "Let the title or the years give way: people choose by the title and are refused by the years.", quotes: distinct([...quoted(seniority.evidence.slice(0, 1), "title"), ...asked]), figures }];
  }
  if (usual?.value == null || usual.value < manyAskLess || (usual.low ?? 0) < most) return [];
  return [{ id: "level-years", severity: "warn", says: `Asks for ${counted(years.value, "year")} of experience, more than others do.${marketSays}`, advice: "Ask for what the person must have done instead: years are counted, work is shown.", quotes: asked, figures }];
};

// Of vacancies of the same role and level so many ask for fewer years; surely more than half of them.
const manyAskLess = 0.8;
const most = 0.5;

/** Certificates in place of evidence, and no word of systems in production. */
export const evidenceFindings: Finder = (one) => {
  const flag = flagOf(one, "certificates");
  const { production, layer } = one.reading;
  const asksProduction = production.value === true;
  const found: (BriefFinding | BriefMissing)[] = [];
  // "Pay depends on skills, education and certifications" asks for none.
  const asked = flag?.evidence.filter((quote) => !aboutPay.test(lineAround(one.text, quote))) ?? [];
  if (asked.length > 0) {
    found.push({
      id: "certificates",
      severity: asksProduction ? "info" : "warn",
      says: asksProduction ? "Asks for certificates." : "Asks for certificates, and not for experience with systems in production.",
      advice: "Ask what the person has built, kept running or decided: a certificate shows that a course was passed.",
      quotes: quoted(asked, "requirement"),
      figures: [],
    });
  }
  const needsProduction = layer === "infrastructure" || layer === "evaluation" || layer === "product";
  if (!asksProduction && needsProduction && one.reading.sections.some((span) => span.section === "requirements") && !nearProduction.test(one.text)) {
    found.push({
      id: "production",
      severity: "info",
      says: "No experience with systems in production is asked for.",
      advice: "Say which system the person should have run, at what scale, and what went wrong with it.",
      lookedIn: ["requirements", "nice to have", "responsibilities"],
      parts: [],
      figures: [],
    });
  }
  return found;
};

/** Words near enough to production that to miss it would be quibbling. */
const nearProduction = /\b(?:production|productioni[sz]\w*|shipp?(?:ed|ing)?|deploy(?:ed|ing|ment|s)?|in prod|live systems?|operat(?:e|ed|ing) (?:\w+ ){0,3}systems?|produktiv\p{L}*|betrieb\p{L}*|déploy\p{L}*|mise en (?:service|production)|productie\p{L}*|uitrol\p{L}*)\b/iu;

const aboutPay = /\b(?:salary|salaries|compensation|pay|wage|remuneration|range|offer|gehalt|vergütung|rémunération|salaire|salaris)\b/i;

/** The line of a quote, up to a few hundred characters around it. */
function lineAround(text: string, { start, end }: { start: number; end: number }): string {
  const from = Math.max(0, start - 400);
  const before = text.slice(from, start);
  const after = text.slice(end, end + 200);
  return before.slice(before.lastIndexOf("\n") + 1) + text.slice(start, end) + after.split("\n", 1)[0];
}
