import { expect, it } from "vitest";
import { prettyReading } from "../../src/cli/pretty.ts";
import { read } from "../../src/reading/read.ts";

const posting = { title: "ML Platform Engineer", description_text: "You will build the platform on which our teams train and serve their models.\n\nRequirements\n- 5+ years with Kubernetes, Terraform and Kubeflow\n- You have run training clusters and model serving in production" };
const look = { paint: (text: string) => text, width: 200, marks: true };

function roleLine(confidence: number): string {
  const reading = read(posting, { withText: true });
  expect(reading.role.value).not.toBeNull();
  return prettyReading(posting, { ...reading, role: { ...reading.role, confidence } }, look).split("\n").find((line) => line.startsWith("Role"))!;
}

it.each([[0.08, /^Role +too unsure to name: may be [A-Z].* \(8 %/], [0.39, /too unsure to name/], [0.4, /^Role +[A-Z].* \(confidence 40 %/], [0.9, /\(confidence 90 %/]])("a role with a confidence of %f", (confidence, says) => {
  expect(roleLine(confidence)).toMatch(says);
});
