import { expect, test } from "vitest";
import { featureText } from "./feature-text.ts";

test.each([
  ["work:agent-engineer/tool-use", "tool use in the work"],
  ["ask:ml-engineer/vision-speech", "vision and speech in what is asked"],
  ["work:ml-platform-engineer/mlops", "MLOps in the work"],
  ["title.agent", "“agent” in the title"],
  ["title.ai engineer", "“ai engineer” in the title"],
  ["ask#ml-engineer", "ML engineer work in what is asked"],
  ["work%ai", "share of AI in the work"],
  ["sentences#outside-data", "sentences on Data work outside AI"],
  ["sentences:no ai", "share of sentences on AI (no ai)"],
  ["bias", "how often the role is met"],
])("%s is said as %s", (name, text) => {
  expect(featureText(name)).toBe(text);
});
