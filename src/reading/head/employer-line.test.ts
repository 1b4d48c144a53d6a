import { expect, it } from "vitest";
import { withHead } from "./head.ts";

const of = (line: string): [company: string | null, location: string | null] => {
  const { company = null, location = null } = withHead({ description_text: `ML Engineer\n${line}\n\nAbout us\nWe train models for ships.\nWhat you will do\n- Train models with PyTorch` });
  return [company, location];
};

it.each<[string, string, string | null]>([
  ["Orlando Ltd, Manchester, UK", "Orlando Ltd", "Manchester, UK"],
  ["Invented Works GmbH, Berlin", "Invented Works GmbH", "Berlin"],
  ["Invented Works GmbH & Co. KG, Hamburg", "Invented Works GmbH & Co. KG", "Hamburg"],
  ["Invented Works, Inc., Boston, MA", "Invented Works, Inc.", "Boston, MA"],
  ["Berlin Models Limited – London", "Berlin Models Limited", "London"],
  ["Paris Harbours SAS | Lyon | CDI", "Paris Harbours SAS", "Lyon"],
  ["Verzonnen B.V. · Utrecht", "Verzonnen B.V.", "Utrecht"],
  ["Verzonnen BV, Utrecht", "Verzonnen BV", "Utrecht"],
  ["Invented Works AG, Zürich", "Invented Works AG", "Zürich"],
  ["Erfundene Werke SE - Hamburg (hybrid)", "Erfundene Werke SE", "Hamburg (hybrid)"],
  ["Invented Works LLC", "Invented Works LLC", null],
  ["Orlando Ltd", "Orlando Ltd", null],
  ["Madrid, Barcos Inventados S.L.", "Barcos Inventados S.L.", "Madrid"],
])("an employer by its legal form: %s", (line, company, location) => expect(of(line)).toEqual([company, location]));

it.each<[string, string | null]>([
  ["Las Vegas NV", "Las Vegas NV"],
  ["Las Vegas, NV", "Las Vegas, NV"],
  ["Reno, NV, USA", "Reno, NV, USA"],
  ["Adelaide, SA", "Adelaide, SA"],
  ["Adelaide SA", "Adelaide SA"],
  ["Zürich, CH", "Zürich, CH"],
  ["Manchester, UK", "Manchester, UK"],
  ["Berlin, Germany", "Berlin, Germany"],
  ["Invented Works – Berlin", "Berlin"],
  ["We are Orlando Ltd", null],
  ["About Orlando Ltd", null],
  ["Why Invented Works GmbH", null],
  ["At Invented Works GmbH", null],
  ["We work with Invented Works GmbH, Berlin and others", null],
  ["- Invented Works GmbH", null],
  ["Customer: Invented Works GmbH", null],
  ["Limited", null],
  ["Our time is limited", null],
  ["Senior Engineer SE", null],
  ["models as AI Engineer of a GmbH", null],
])("none: %s", (line, location) => expect(of(line)).toEqual([null, location]));

it("an employer that is given or labelled stays, one in the text below counts for nothing, and none is a title", () => {
  expect(withHead({ company: "X", description_text: "ML Engineer\nOrlando Ltd, Manchester\n\nWe train models." }).company).toBe("X");
  expect(withHead({ description_text: "ML Engineer\nOrlando Ltd, Manchester\nEmployer: Invented Works\n\nWe train models." }).company).toBe("Invented Works");
  expect(withHead({ description_text: "ML Engineer\n\nWe train models for ships.\nInvented Works GmbH, Berlin" }).company ?? null).toBeNull();
  expect(withHead({ description_text: "Orlando Ltd, Manchester\n\nWe train models for ships." })).toMatchObject({ company: "Orlando Ltd", location: "Manchester" });
  expect(withHead({ description_text: "Orlando Ltd, Manchester\n\nWe train models for ships." }).title ?? null).toBeNull();
});
