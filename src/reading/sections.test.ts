import { describe, expect, test } from "vitest";
import { makeDocument } from "./layout.ts";

/** The section that the mark ⟨ stands in, which is taken out. */
function sectionAt(body: string): string {
  const doc = makeDocument({ title: "Engineer", description_text: body.replace("⟨", "") });
  const at = doc.text.lastIndexOf(/⟨(.*)/.exec(body)![1]!);
  return doc.sections.find(({ start, end }) => start <= at && at < end)!.section;
}

const asked = "Requirements\n\n- You know Python\n- You work with the team\n\n";

describe("a label with its value is one line, and what stands below it goes on with what stood above", () => {
  test.each([
    "Pay: $150,000 – $180,000\n- ⟨Rust required",
    "Pay: $150,000 – $180,000\n\n- ⟨Rust required",
    "Salary: €80k\n⟨Kubernetes is a must.",
    "Salary range: $150,000 to $180,000 a year\n\n- ⟨Rust",
    "Gehalt: 80.000 €\n- ⟨Rust",
    "Rémunération : 60 k€\n- ⟨Rust",
    "Benefits: health, dental\n- ⟨Rust",
    "Location: Berlin\nPay: €90,000\n- ⟨Rust",
    "Location: Berlin\nDepartment: Research\nPay: €90,000\n\n⟨Rust is asked for",
  ])("%s", (more) => {
    expect(sectionAt(asked + more)).toBe("requirements");
  });

  test.each([
    ["Pay: ⟨$150,000\n- Rust", "benefits"],
    ["Benefits: ⟨health, dental\n- Rust", "benefits"],
    ["Location: ⟨Berlin\n- Rust", "legal"],
  ])("the line itself is what its label says: %s", (more, section) => {
    expect(sectionAt(asked + more)).toBe(section);
  });
});

test.each(["Pay: $150,000\nAbout us\nWe like cake", "Pay: $150,000\n\nAbout us\n\nWe like cake", "Location: Berlin\n\nPay: $150,000\n\nAbout us\n\nWe like cake"])("nothing between a label and a heading is no part: %j", (more) => {
  const { sections } = makeDocument({ title: "Engineer", description_text: asked + more });
  expect(sections.map(({ section }) => section).filter((section) => section !== "legal").slice(3)).toEqual(["requirements", "benefits", "about"]);
  for (const [n, { end }] of sections.slice(0, -1).entries()) expect(sections[n + 1]!.start).toBe(end);
});

test.each([
  ["Pay\n\n- ⟨A fair wage", "benefits"],
  ["Pay:\n- ⟨A fair wage", "benefits"],
  ["Benefits:\n\n- ⟨Health\n- Dental", "benefits"],
  ["What we offer:\n- ⟨Health", "benefits"],
  ["Pay and benefits\n\nPay: $150,000\n- ⟨Health", "benefits"],
  ["Benefits\n\n- Salary: $150,000\n- ⟨Health", "benefits"],
  ["What we offer: a team that you will like, a hundred colleagues from many places, an office by the river, and lunch that is on us each day\n- ⟨Health", "benefits"],
  ["About us: we are small\n⟨We like cake", "about"],
  ["What you will do: build models\n- ⟨Run them", "responsibilities"],
  ["Muss: ⟨Python", "requirements"],
  ["Kann: ⟨Kubernetes, Java", "preferred"],
  ["Kann\n- ⟨Kubernetes", "preferred"],
  ["What you do not need\n\n- ⟨A car", "preferred"],
  ["About us\nKann ich zu Hause?\n⟨Ja, das geht", "about"],
  ["About us\nMuss mobil sein\n⟨Ja, das geht", "about"],
  ["What you do: models\n- ⟨Train them", "responsibilities"],
  ["Set alert for similar jobs\nApplied Scientist\n⟨Invented Works: Engineer, Kubernetes, Warsaw", "legal"],
  ["Similar jobs\n\n- ⟨Engineer, Kubernetes", "legal"],
  ["You have done similar jobs before, for people who liked it and for others\n⟨Python", "requirements"],
  ["Wij vragen:\n- ⟨Python", "requirements"],
  ["About us\nWij vragen veel van onze mensen en geven ook veel terug\n- ⟨Een auto", "about"],
  ["Nice to have: Rust\n- ⟨Go", "preferred"],
  ["Pay: $150,000\n\nWhat you will do\n- ⟨Build", "responsibilities"],
  ["Pay: $150,000\n\nAbout us\n⟨We like cake", "about"],
])("no label, or one in its own section: %s", (more, section) => {
  expect(sectionAt(asked + more)).toBe(section);
});
