import { expect, test } from "vitest";
import { lineDocument } from "../../../test/reading/line-document.ts";
import { readProduction } from "./production.ts";

const lines: [line: string, heading: string, asked: boolean][] = [
  ["Experience deploying ML models to production", "", true],
  ["Proven track record of shipping production-grade systems", "", true],
  ["3+ years building production software", "", true],
  ["You have run LLMs in production", "", true],
  ["Built and operated services in production", "", true],
  ["Familiarity with productionizing language models", "Nice to have", true],
  ["Experience with models (e.g. U-Net) in production", "", true],
  ["You have shipped ML models that people use", "", true],
  ["4+ years of software engineering experience with production systems", "What you will do", true],
  // duties, goods, quality, promises
  ["Deploy models to production", "Responsibilities", false],
  ["Own our systems in production", "Responsibilities", false],
  ["You'll gain experience deploying models in production", "Responsibilities", false],
  ["Experience in video production", "", false],
  ["Experience on a production line", "", false],
  ["Knowledge of production planning in manufacturing", "", false],
  ["Turn Figma designs into production-ready UI", "", false],
  ["Write clean production code", "", false],
  ["You think production is the same as prototyping", "", false],
  ["We own our work from idea to production", "", false],
  ["Experience shipping parcels", "", false],
  ["Excitement for systems that bridge research and production", "", false],
];

test.each(lines)("%s [%s] → %s", (line, heading, asked) => {
  expect(readProduction(lineDocument(line, "en", heading)).value ?? false).toBe(asked);
});

const others: [language: "de" | "fr" | "nl", line: string, heading: string, asked: boolean][] = [
  ["de", "Erfahrung mit ML-Systemen in Produktion", "", true],
  ["de", "Erfahrung in der Fertigung und Montage", "", false],
  ["fr", "Expérience de la mise en production de modèles", "", true],
  ["fr", "Mettre en production les modèles", "Missions", false],
  ["nl", "Ervaring met modellen in productie", "", true],
  ["nl", "Je brengt modellen in productie", "Wat ga je doen", false],
];

test.each(others)("%s: %s [%s] → %s", (language, line, heading, asked) => {
  expect(readProduction(lineDocument(line, language, heading)).value ?? false).toBe(asked);
});
