import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makePhrases, withSets } from "./phrases.ts";
import { findPhrases } from "./vocabulary.ts";

const buzz = (text: string): string[] => findPhrases(text).get("buzzwords")!.map(({ start, end }) => text.slice(start, end));
const pay = (text: string, id: string): string[] => findPhrases(text).get("pay")!.filter((hit) => hit.id === id).map(({ start, end }) => text.slice(start, end));

describe("makePhrases", () => {
  const find = makePhrases({ pay: { history: ["salary history", "salary"] }, other: { your: ["your salary"] } });
  test("the longest of an id, over hyphens, and of each list its own", () => {
    expect(find("Your salary-history?")).toEqual([{ list: "other", id: "your", start: 0, end: 11 }, { list: "pay", id: "history", start: 5, end: 19 }]);
  });

  test.each(["salary. History", "salary\nhistory", "salary; history", "salaryhistory", "histories of salary-less work"])("not over a stop or a line: %s", (text) => {
    expect(find(text).filter((hit) => hit.list === "pay" && hit.end - hit.start > 6)).toEqual([]);
  });

  test("agrees with looking for each phrase by itself", () => {
    const text = "fast-paced, Salary history; your SALARY your salary history salary salary history";
    const slow = [...text.matchAll(/\b(salary[\s-]history|salary)\b/gi)].map((match) => match.index);
    expect(find(text).filter((hit) => hit.list === "pay").map((hit) => hit.start)).toEqual(slow);
  });
});

describe("withSets", () => {
  const sets = { soon: "(now|today)", idle: "(never|)" };
  test.each([["{soon} done", "(now|today) done"], ["done ({soon}|) {idle}", "done ((now|today)|) (never|)"], ["done", "done"]])("%s → %s", (phrase, written) => expect(withSets(phrase, sets)).toBe(written));
  test("a name without a set is told, with those that there are", () => expect(() => withSets("{late} done", sets)).toThrow('phrase "{late} done" speaks of "late", of which there is no set; there are soon, idle'));
});

describe("buzzwords", () => {
  test.each([
    ["We need a coding ninja", "coding ninja"], ["a true rock-star", "rock-star"], ["you wear many hats", "wear many hats"], ["in a fast-paced environment", "fast-paced"], ["Work hard, play hard", "Work hard, play hard"], ["a self-starter", "self-starter"], ["we are like a family", "we are like a family"], ["cutting-edge technology", "cutting-edge technology"],
    ["eine eierlegende Wollmilchsau", "eierlegende Wollmilchsau"], ["mit Hands-on-Mentalität", "Hands-on-Mentalität"], ["in einem dynamischen Umfeld", ""], ["ein junges, dynamisches Team", "junges, dynamisches Team"], ["hohe Belastbarkeit", "Belastbarkeit"],
    ["un couteau suisse", "couteau suisse"], ["dans un environnement dynamique", "environnement dynamique"], ["résistant au stress", "résistant au stress"], ["une ambiance familiale", "ambiance familiale"],
    ["een duizendpoot", "duizendpoot"], ["geen 9-tot-5-mentaliteit", "geen 9-tot-5-mentaliteit"], ["stressbestendig", "stressbestendig"], ["jong en dynamisch", "jong en dynamisch"],
  ].filter(([, word]) => word !== ""))("%s", (text, word) => {
    expect(buzz(text!)).toContain(word);
  });

  test.each([
    ["You thrive in dynamic environments.", "dynamic environments"], ["a rapidly changing environment", "rapidly changing environment"], ["in ever-evolving environments", "ever-evolving environments"], ["a dynamic, international work environment", "dynamic, international work environment"],
    ["in fast-moving start-up environments", "fast-moving start-up environments"], ["environments where everything moves daily", "environments where everything moves daily"], ["a high-energy, collaborative office environment", "high-energy, collaborative office environment"], ["join our high-energy team", "high-energy team"], ["an environment that is constantly changing", "environment that is constantly changing"], ["a dynamic workplace", "dynamic workplace"],
    ["in einem dynamischen Arbeitsumfeld", "dynamischen Arbeitsumfeld"], ["in dynamischen und internationalen Umfeldern", "dynamischen und internationalen Umfeldern"], ["in einem sich schnell verändernden Umfeld", "schnell verändernden Umfeld"], ["ein Umfeld, das sich ständig wandelt", "Umfeld, das sich ständig wandelt"],
    ["des environnements exigeants", "environnements exigeants"], ["un environnement de travail dynamique", "environnement de travail dynamique"], ["dans un contexte international en constante évolution", "contexte international en constante évolution"], ["un environnement qui bouge vite", "environnement qui bouge vite"],
    ["in dynamische werkomgevingen", "dynamische werkomgevingen"], ["in een snel veranderende omgeving", "snel veranderende omgeving"], ["een omgeving die voortdurend verandert", "omgeving die voortdurend verandert"],
  ])("surroundings, in the plural and in other words: %s", (text, word) => {
    expect(buzz(text)).toEqual([word]);
  });

  test.each([
    "Path planning for robots in dynamic environments", "Decision making in complex, dynamic environments", "dynamic environment variables", "electronics for high-energy environments", "detectors of high-energy particles", "dynamic settings of a query", "an environment of eight servers", "a rapidly changing threat landscape", "high-growth environments",
    "Navigation in dynamischen Umgebungen", "dynamische Umgebungsvariablen", "la navigation dans un environnement dynamique", "navigatie in een dynamische omgeving", "un environnement technique : Python, Kafka", "een ontwikkelomgeving", "de omgeving van Utrecht",
  ])("surroundings that tell of the work, or of no work: %s", (text) => {
    expect(buzz(text)).toEqual([]);
  });

  test.each([
    "Build with Ninja Build and CMake", "a European unicorn since 2021", "We became a unicorn startup", "a family-owned business", "We work hard to make payments safe", "a rocket engine", "family leave of 20 weeks", "hats for everyone", "Deploy without disrupting the service", "guru99 tutorials",
    "für die ganze Familie", "Umfeld: Banken", "Schweizer Messer", "dynamische Programmierung", "un environnement de production", "la famille des protocoles", "stress tests de charge", "une équipe de huit", "een gezin", "load- en stresstests", "dynamic programming", "hustle culture is not for us",
  ])("not %s", (text) => {
    expect(buzz(text)).toEqual([]);
  });
});

describe("pay that is said in words", () => {
  test.each(["We offer a competitive salary.", "Salary: DOE", "compensation commensurate with experience", "ein attraktives Gehalt", "Gehalt nach Vereinbarung", "Salaire selon profil", "une rémunération attractive", "Een marktconform salaris", "aantrekkelijk loon"])("%s", (text) => {
    expect(pay(text, "vague")).not.toEqual([]);
  });

  test.each(["a competitive market", "competitive programming", "Our models negotiate salaries", "eine attraktive Lage", "un profil attractif", "een concurrerende markt", "It doe not matter", "experience with salary data"])("not %s", (text) => {
    expect(pay(text, "vague")).toEqual([]);
  });
});

test("no list of choices stands twice among the buzzwords: what several phrases have is a set", () => {
  const written = readFileSync(new URL("../../data/vocabulary/buzzwords.json", import.meta.url), "utf8");
  const long = written.match(/\([^()]{120,}/g)!;
  expect(long.filter((choices, i) => long.indexOf(choices) !== i)).toEqual([]);
});

test("no phrase stands twice in a list", () => {
  const lists = ["buzzwords", "pay-words"].map((name) => JSON.parse(readFileSync(new URL(`../../data/vocabulary/${name}.json`, import.meta.url), "utf8")) as { words: Record<string, { phrases: string[]; except: string[] }> });
  for (const { words } of lists) for (const [id, { phrases, except }] of Object.entries(words)) {
    expect({ id, n: phrases.length > 0 }).toEqual({ id, n: true });
    expect({ id, twice: [...phrases, ...except].filter((phrase, i, all) => all.indexOf(phrase) !== i) }).toEqual({ id, twice: [] });
  }
});
