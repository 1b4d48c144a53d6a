import { expect, test } from "vitest";
import { makeDocument } from "../layout.ts";

test.each<[text: string, language: string | null]>([
  ["Responsibilities\n- Lead adversarial testing\nMinimum qualifications\n- 6 years in security\n- Python\nPreferred\n- Garak", "en"],
  ["Du betreust Server (Debian). Abgeschlossene Ausbildung als Fachinformatiker. 3 Jahre Erfahrung.", "de"],
  // names and numbers are of no language
  ["Python, SQL, Kubernetes\nBerlin\n60k", null],
  ["Requirements: Python, SQL, Kubernetes, Terraform, Airflow, Kafka", null],
  ["", null],
])("%j is in %s", (text, language) => {
  expect(makeDocument({ title: "Engineer", description_text: text }).language).toBe(language);
});
