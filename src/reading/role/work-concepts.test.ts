import { expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { workHits } from "./work-hits.ts";

function conceptsOf(sentence: string): string[] {
  const doc = makeDocument({ title: "x", description_html: `<h3>Responsibilities</h3><ul><li>${sentence}</li></ul>` });
  return [...new Set(workHits(doc, () => true).map(({ id }) => id))];
}

test.each([
  ["Build the LLM gateway that routes calls to model providers", "ml-platform-engineer/ai-gateway"],
  ["Prepare training data for our large models", "ml-platform-engineer/training-data"],
  ["Raise the MFU of our longest runs", "ai-infrastructure-engineer/training-performance"],
  ["Run workshops for developers as developer advocate", "outside-ai-adjacent/developer-relations"],
  ["Als Berater begleitest du unsere Kunden", "ai-solutions-engineer/consultancy"],
  ["Vous interviendrez au sein d'une ESN pour nos clients", "ai-solutions-engineer/consultancy"],
  ["Administrer les systèmes et réseaux du groupe", "outside-software/it-operations"],
  ["Entraîner des réseaux de neurones sur nos images", "ml-engineer/modelling"],
  ["Assurer la gouvernance des données du groupe", "outside-data/data-governance"],
  ["Hunt for threats as our security analyst", "outside-software/security-engineering"],
  ["Design brackets in SolidWorks and check their tolerance analysis", "outside-other/industry"],
  ["Mener des tests d'intrusion et des injections de prompts", "ai-security-engineer/attacks-on-models"],
  ["Kreditmodelle unabhängig prüfen", "ai-risk-engineer/model-risk"],
  ["Run assays on the antibodies that the model proposes", "outside-other/natural-science"],
])("%s → %s", (sentence, concept) => {
  expect(conceptsOf(sentence)).toContain(concept);
});

test.each([
  ["Own quality assurance of the release", "outside-other/finance-legal"],
  ["Vous avez droit à six semaines de vacances", "outside-other/finance-legal"],
  ["Learn to deal with changing priorities", "outside-ai-adjacent/ai-sales"],
  ["Work with the European Commission's data", "outside-ai-adjacent/ai-sales"],
  ["Animer nos réseaux sociaux", "outside-software/it-operations"],
  ["Work under the supervision of a scientist", "outside-software/it-operations"],
  ["Keep the Unity Catalog of our tables in order", "outside-software/games"],
  ["Share our vision of the product", "ml-engineer/modelling"],
  ["Write regression tests for every release", "ml-engineer/modelling"],
  ["Follow the classification of our documents by secrecy", "ml-engineer/modelling"],
  ["Write simulations of the factory floor", "ml-engineer/modelling"],
  ["Improve the tooling of our front-end team", "outside-other/industry"],
  ["Optimise inner loops in assembly language", "outside-other/industry"],
  ["You use Cursor and Claude Code every day", "agent-engineer/internal-automation"],
  ["Move the cursor over the canvas", "agent-engineer/internal-automation"],
  ["A degree in physics or mathematics", "outside-other/natural-science"],
  ["Help a hospital's clinicians with our app", "outside-other/care-trades"],
  ["You will work with our team on our product", "ai-product-engineer/product-building"],
  ["Talk to the people who use the app", "ai-product-engineer/product-building"],
  ["Plan the sprint and its coordination", "outside-other/operations"],
  ["Work for customers of all sizes", "ai-solutions-engineer/consultancy"],
  ["Troubleshoot the services that you run", "outside-ai-adjacent/customer-success"],
])("%s is not %s", (sentence, concept) => {
  expect(conceptsOf(sentence)).not.toContain(concept);
});
