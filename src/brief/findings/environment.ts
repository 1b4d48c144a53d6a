import type { BriefMissing } from "../../terms/brief.ts";
import { kindOf, skillVocabulary } from "../../reading/readers/skill-vocabulary.ts";
import { EnvironmentTopic } from "../../terms/environment.ts";
import type { Section } from "../../terms/section.ts";
import { listed, sectionOf } from "../quotes.ts";
import type { Case, Finder } from "./found.ts";

const names: Record<EnvironmentTopic, string> = {
  stack: "the stack in use",
  scale: "scale in numbers",
  team: "the team and its lead",
  ownership: "what the person will own",
  "on-call": "on-call duty",
  data: "the data",
  maturity: "what is built already",
  plan: "the first months",
};

/**
 * Words that may speak of a topic. The reader quotes a topic only where a sentence surely tells of it, which is half of those that do; here the wrong answer is to call missing what is there,
 * so that one loose word is enough.
 */
const loose: Record<EnvironmentTopic, RegExp> = {
  stack: /\b(?:stack|built (?:on|with|in)|we (?:use|run)|powered by|technologies|technolog\p{L}+|umgebung|environnement technique|outils|wir (?:nutzen|verwenden)|onze tools)\b/iu,
  scale: /\b(?:(?<![\d.,])\d[\d.,]{0,20}\s?(?:k|m|bn|million|billion|thousand|mio)?\+?\s(?:\p{L}+\s){0,2}(?:users?|customers?|clients|org\p{L}*|requests?|queries|transactions|events|tasks|models|documents|nodes|gpus?|servers|devices|stores|countries|patients|nutzer\p{L}*|kunden|utilisateurs|clients|gebruikers|klanten)|millions?|billions?|petabytes?|terabytes?|at scale|tausende|millionen|milliers|miljoenen|(?:hundred|thousand)s? of)\b/iu,
  team: /\b(?:report(?:s|ing)? (?:directly |in)?to|teams? of|team size|\d+[- ](?:person|people|engineers?|strong)|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|small|growing|cross-functional) (?:team|engineers|people|scientists)|(?:is|are) (?:\p{L}+ )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) \p{L}+|co-?founders?|squads?|team (?:von|aus|mit)|köpfig\p{L}*|équipe de|rattaché\p{L}*|team van|rapporteer\p{L}*)\b/iu,
  ownership: /\b(?:own|owns|owned|owning|owner|ownership|end[- ]to[- ]end|responsible for|accountable|in charge|take charge|verantwort\p{L}*|responsable|responsabilité\p{L}*|verantwoordelijk\p{L}*|eindverantwoordelijk\p{L}*)\b/iu,
  "on-call": /\b(?:on-?\s?call|pager|incident\p{L}*|rotation|24\/7|after hours|weekend|rufbereitschaft|bereitschaft\p{L}*|astreintes?|consignatie\p{L}*|piket\p{L}*)\b/iu,
  data: /\b(?:data ?sets?|corpus|corpora|(?<!\p{L})\p{L}{1,40} data|data (?:from|of|on|sources?|lake|warehouse)|images|documents|logs|\p{L}{0,40}daten|données|gegevens|datasets?)\b/iu,
  maturity: /\b(?:greenfield|from scratch|from the ground up|(?:0|zero)[- ]to[- ](?:1|one)|legacy|existing|current (?:system|platform|stack)|migrat\p{L}*|rebuild\p{L}*|rewrit\p{L}*|early[- ]stage|scale-?up|founding|first (?:hire|engineer)|mvp|prototype\p{L}*|in production|live|moderni[sz]\p{L}*|neuaufbau|bestehend\p{L}*|aufbau\p{L}*|existant\p{L}*|bestaand\p{L}*|vanaf nul)\b/iu,
  plan: /\b(?:first[- ](?:\d+|month|months|year|week|weeks|day|days|thirty|sixty|ninety|three|six|quarter|twelve)|(?:30|60|90)[- /]?(?:days|60|60\/90)|okrs?|roadmap|milestones?|within (?:your )?(?:first )?(?:\d+|three|six|twelve) (?:days|weeks|months)|what success looks like|next (?:year|quarter|\d+ months)|ersten (?:monat\p{L}*|wochen|tage\p{L}*|jahr)|premiers? mois|premières semaines|eerste (?:maand\p{L}*|weken|dagen|jaar))\b/iu,
};

/** What is asked of a person's past says nothing of this place, save of on-call duty and what is used. */
const lookedIn: readonly Section[] = ["intro", "responsibilities", "about", "benefits"];
const everywhere: readonly EnvironmentTopic[] = ["on-call", "plan", "team"];
const fewestSkills = 2;
const manyMissing = 5;

/** What senior engineers look for and do not find: scope, maturity, plan. Only where the language is read in full and the work is technical. */
export const environmentFindings: Finder = (one) => {
  const { environment, role, layer, language } = one.reading;
  if (!["en", "de", "fr", "nl"].includes(language ?? "") || layer === null || role.value === null || role.value === "outside-other" || role.value === "outside-ai-adjacent") return [];
  const told = new Set(environment.map((topic) => topic.what));
  const body = textOf(one, lookedIn);
  const parts = EnvironmentTopic.options.filter((topic) => !told.has(topic) && !loose[topic].test(everywhere.includes(topic) ? one.text : body) && !(topic === "stack" && usesSkills(one)));
  if (parts.length === 0) return [];
  const missing: BriefMissing = {
    id: "environment",
    severity: parts.length >= manyMissing ? "warn" : "info",
    says: `Of the technical environment nothing was found on: ${listed(parts.map((topic) => names[topic]), "or")}.`,
    advice: "Add a sentence on each that is true: senior engineers choose by scope, state of the system and plan.",
    lookedIn: ["introduction", "responsibilities", "about", "benefits"],
    parts: [...parts],
    figures: [],
  };
  return [missing];
};

/** The text of some parts of a posting. */
function textOf({ reading, text }: Case, sections: readonly Section[]): string {
  return reading.sections.filter((span) => sections.includes(span.section)).map((span) => text.slice(span.start, span.end)).join("\n");
}

/** Technologies named in the work itself are a stack, whether it is called so or not: one by its name among the duties, or two anywhere. */
function usesSkills({ reading }: Case): boolean {
  const used = reading.skills.flatMap(({ id, evidence }) => {
    const sections = evidence.map(({ start }) => sectionOf(reading, start)!).filter((section) => lookedIn.includes(section));
    return sections.length === 0 ? [] : [{ id, sections }];
  });
  return used.length >= fewestSkills || used.some(({ id, sections }) => sections.includes("responsibilities") && isTechnology(id));
}

function isTechnology(id: string): boolean {
  const entry = skillVocabulary().byId.get(id);
  return entry !== undefined && kindOf(entry) === "name" && entry.group !== "governance" && entry.group !== "method";
}
