import { expect, test } from "vitest";
import { makeOwnDocument } from "../reading/layout.ts";
import { read, readDocument } from "../reading/read.ts";
import type { Posting } from "../terms/posting.ts";
import { diagnose } from "./diagnose.ts";

const asked: Posting = {
  title: "Machine Learning Engineer",
  location: "Leeds, United Kingdom",
  description_text: "What you will do\n- Build React components and our design system in TypeScript\n- Run demos and discovery calls with prospects\n- Negotiate contracts and keep Salesforce in order\n- Build RAG pipelines over our document store\nWhat you bring\n- 5+ years with Python, Kubernetes and PyTorch\n- A Bachelor's degree",
};
const other: Posting = { title: "Agent Engineer", location: "Ghent", description_text: "- Integrate LLM APIs into our product and write the prompts\n- Develop agents with LangGraph that call internal tools and 12 others\n".repeat(40) };

test("a text is laid out once for all that is said of it, whatever is laid out meanwhile", () => {
  const doc = makeOwnDocument(asked);
  const others = read(other);
  const reading = readDocument(doc, { withText: true });
  expect(reading).toEqual(read(asked, { withText: true }));
  const against = { rules: [], day: "2026-11-29" };
  expect(diagnose(doc, reading, against)).toEqual(diagnose(makeOwnDocument(asked), reading, against));
  expect(others).toEqual(read(other));
});
