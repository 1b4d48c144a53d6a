import type { BriefFinding, BriefMissing } from "../../terms/brief.ts";
import { EnvironmentTopic } from "../../terms/environment.ts";
import { layers, type MixLayer } from "../../terms/layer.ts";
import { distinct, listed, quoted } from "../quotes.ts";
import { counted, percent, withInterval } from "../words.ts";
import { type Case, type Finder, flagOf } from "./found.ts";

const quotesOfEach = 4;
const countWords = ["no", "one", "two", "three", "four", "five"];

/** Several jobs in one, with the sentences of each. */
export const conflationFindings: Finder = (one) => {
  const { mix, sentences } = one.reading;
  if (flagOf(one, "conflated") === null || mix === null) return [];
  const of = (layer: MixLayer) => sentences.filter((sentence) => sentence.layer === layer).map((sentence) => sentence.evidence);
  const mixed = layers.filter((layer) => of(layer).length > 0).toSorted((a, b) => mix[b] - mix[a]);
  const shares = listed(mixed.map((layer) => `${layer} ${percent(mix[layer])}`));
  const finding: BriefFinding = {
    id: "conflated",
    severity: mixed.length >= 4 ? "flag" : "warn",
    says: `Reads as ${countWords[mixed.length]} jobs in one: ${shares} of the responsibilities.`,
    advice: `Keep the layer that is hired for (now most of all ${mixed[0]}), name the owners of the rest, or open ${countWords[mixed.length]} roles.`,
    quotes: mixed.flatMap((layer) => quoted(of(layer).slice(0, quotesOfEach), layer)),
    figures: [],
  };
  return [finding];
};

/** Years that do not fit the level, by the title or by what the market asks for at that level. */
export const yearsFindings: Finder = (one) => {
  const { seniority, years } = one.reading;
  if (years.value === null || years.evidence.length === 0) return [];
  const asked = quoted(years.evidence, "requirement");
  const usual = one.market?.years ?? null;
  const flag = flagOf(one, "level-years");
  const figures = usual === null ? [] : [usual];
  const marketSays = usual?.value == null ? "" : ` ${usual.what}: ${withInterval(usual)}.`;
  if (flag !== null && seniority.evidence.length > 0) {
    const says = `The title says “${seniority.evidence[0]!.text}”, but ${counted(years.value, "year")} of experience ${years.value === 1 ? "is" : "are"} asked for.${marketSays}`;
    return [{ id: "level-years", severity: "flag", says, advice: "Let the title or the years give way: people choose by the title and are refused by the years.", quotes: distinct([...quoted(seniority.evidence.slice(0, 1), "title"), ...asked]), figures }];
  }
  if (usual?.value == null || Math.abs(years.value - usual.value) < yearsApart || within(years.value, usual)) return [];
  const more = years.value > usual.value;
  const says = `Asks for ${counted(years.value, "year")} of experience, ${more ? "more" : "fewer"} than others do at this level.${marketSays}`;
  return [{ id: "level-years", severity: more ? "warn" : "info", says, advice: more ? "Ask for what the person must have done instead; see what each year costs under the prices." : null, quotes: asked, figures }];
};

// Two years more or less are a matter of taste.
const yearsApart = 3;

function within(value: number, { low, high }: { low: number | null; high: number | null }): boolean {
  return low !== null && high !== null && value >= low && value <= high;
}

const topicNames: Record<EnvironmentTopic, string> = {
  stack: "the stack in use",
  scale: "the scale (users, requests, data, machines)",
  team: "the team: its size, and whom it reports to",
  ownership: "what the person will own",
  "on-call": "on-call duty",
  data: "the data it works on",
  maturity: "how far it is built: new, running, or to be replaced",
  plan: "the plan for the first months",
};

const fewTopics = 2;

/** What senior engineers look for and do not find: scope, maturity, plan. Only where the language is read in full and the work is technical. */
export const environmentFindings: Finder = (one) => {
  const { environment, role, layer, language } = one.reading;
  if (!isTechnical(one) || !["en", "de", "fr", "nl"].includes(language ?? "") || layer === null || role.value === null) return [];
  const told = new Set(environment.map((topic) => topic.what));
  const parts = EnvironmentTopic.options.filter((topic) => !told.has(topic));
  if (parts.length === 0) return [];
  const missing: BriefMissing = {
    id: "environment",
    severity: told.size <= fewTopics ? "warn" : "info",
    says: told.size === 0 ? "Nothing is said of the technical environment: stack, scale, team, ownership, on-call, data, maturity, plan." : `Of the technical environment it does not say: ${listed(parts.map((topic) => topicNames[topic]))}.`,
    advice: "A sentence for each that is true. Senior engineers choose by scope, state of the system and plan.",
    lookedIn: ["introduction", "responsibilities", "about"],
    parts: [...parts],
    figures: [],
  };
  return [missing];
};

function isTechnical({ reading: { layer, role } }: Case): boolean {
  return layer !== null && role.value !== "outside-other" && role.value !== "outside-ai-adjacent";
}

/** Certificates in place of evidence, and no word of systems in production. */
export const evidenceFindings: Finder = (one) => {
  const flag = flagOf(one, "certificates");
  const { production, layer } = one.reading;
  const asksProduction = production.value === true;
  const found: (BriefFinding | BriefMissing)[] = [];
  if (flag !== null && flag.evidence.length > 0) {
    found.push({
      id: "certificates",
      severity: asksProduction ? "info" : "warn",
      says: asksProduction ? "Asks for certificates." : "Asks for certificates, and not for experience with systems in production.",
      advice: "Ask what the person has built, kept running or decided: a certificate shows that a course was passed.",
      quotes: quoted(flag.evidence, "requirement"),
      figures: [],
    });
  }
  const needsProduction = layer === "infrastructure" || layer === "evaluation" || layer === "product";
  if (!asksProduction && needsProduction && one.reading.sections.some((span) => span.section === "requirements")) {
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
