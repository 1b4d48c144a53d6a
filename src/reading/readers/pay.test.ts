import { expect, test } from "vitest";
import type { Place } from "../../terms/place.ts";
import { makeDocument } from "../layout.ts";
import { findAmounts, parseNumber } from "../pay/amounts.ts";
import { readPay } from "./pay.ts";
import { brokenLines, otherMoney, stated } from "./pay.traps.ts";

function placesOf(countries: string): Place[] {
  return countries.split(" ").filter(Boolean).map((country) => ({ country, region: null, subdivision: null, city: null, evidence: [] }));
}

function pay(text: string, countries = "US", field: string | null = null) {
  const doc = makeDocument({ title: "Machine Learning Engineer", description_text: text, salary_raw: field });
  return readPay(doc, placesOf(countries));
}

/** "min max CUR period" of every range, as one string. */
function sums(text: string, countries = "US", field: string | null = null): string {
  return pay(text, countries, field).map(({ min, max, currency, period }) => `${min ?? "-"} ${max ?? "-"} ${currency} ${period}`).join("; ");
}

test.each(stated)("%s (%s)", (text, countries, expected) => {
  expect(sums(text, countries)).toBe(expected);
});

test.each(brokenLines)("over lines: %j (%s)", (text, countries, expected) => {
  expect(sums(text, countries)).toBe(expected);
});

test.each(otherMoney)("no pay: %s", (text, countries = "US") => {
  expect(sums(text, countries)).toBe("");
});

const fields: [field: string, countries: string, expected: string][] = [
  ["$150K – $200K • Offers Equity • $30K – $50K Bonus", "US", "150000 200000 USD year"],
  ["$170.7K – $256.1K", "CA", "170700 256100 USD year"],
  ["CA$144.8K – CA$202.8K", "CA", "144800 202800 CAD year"],
  ["$300K • 1% – 10%", "US", "300000 300000 USD year"],
  ["$150K – $1M • Offers Equity", "US", "150000 1000000 USD year"],
  ["$50.00 – $60.00 per hour", "US", "50 60 USD hour"],
  ["$2.4K per week • $10k Housing Stipend", "US", "2400 2400 USD week"],
  ["MYR 3.5K – MYR 6K per month", "MY", "3500 6000 MYR month"],
  ["40-100 USD HOUR", "US", "40 100 USD hour"],
  ["96720-138338 USD YEAR", "US", "96720 138338 USD year"],
  ["Annuel de 45000.0 Euros à 55000.0 Euros sur 12.0 mois", "FR", "45000 55000 EUR year"],
  ["Mensuel de 2200.00 Euros sur 12 mois", "FR", "2200 2200 EUR month"],
  ["Mensuel de 27000.0 Euros à 27000.0 Euros", "FR", "27000 27000 EUR year"],
  ["Horaire de 11.88 Euros sur 12.0 mois", "FR", "11.88 11.88 EUR hour"],
  ["Rémunération comprise entre 2571€ …", "FR", "2571 - EUR month"],
  ["50 - 55 k€ brut annuel", "FR", "50000 55000 EUR year"],
  ["A négocier", "FR", ""],
  ["De à EUR par an", "FR", ""],
  ["13ème mois", "FR", ""],
  ["Selon profil", "FR", ""],
  ["N/A", "FR", ""],
];

test.each(fields)("salary field %s (%s)", (field, countries, expected) => {
  expect(sums("A good job.", countries, field)).toBe(expected);
});

test("the field and the text: the same range is one entry, with what the text says of it", () => {
  const [one, ...others] = pay("The base salary is $150,000 - $200,000 a year.", "US", "$150K – $200K • Offers Equity");
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: "base", evidence: [{ text: "$150,000 - $200,000" }] });
});

test("a field that only spans the ranges of the text adds nothing, another range does", () => {
  expect(sums("Level 4 pays $143,500 - $196,000, level 5 pays $196,000 - $227,000.", "US", "$143.5K – $227K")).toBe("143500 196000 USD year; 196000 227000 USD year");
  expect(sums("The salary is $120,000 - $200,000.", "US", "$150K – $200K")).toBe("150000 200000 USD year; 120000 200000 USD year");
});

test("an end said again beside its range is no range of its own", () => {
  expect(sums("Salary $120k – $150k. Earn up to $150k.")).toBe("120000 150000 USD year");
});

test.each([
  ["Base salary: $100k - $120k", "base"],
  ["Gehalt: 60.000 - 70.000 €", "base"],
  ["Compensation range: $100k - $120k", "unspecified"],
  ["Rémunération : 45 - 50 k€", "unspecified"],
  ["Annual salary and bonus: total compensation of $100k - $120k", "total"],
  ["$100k - $120k OTE", "total"],
  ["On-target earnings are $100k - $120k", "total"],
  ["Compensation: $100k - $120k. This range includes salary + equity.", "total"],
  ["Pay range: $100k - $120k. Base pay may vary by experience.", "base"],
])("kind of %s", (text, kind) => {
  expect(pay(text)[0]?.kind).toBe(kind);
});

test.each([
  ["For Colorado, the salary range is: $100,000 - $120,000", "Colorado"],
  ["For candidates located in all other locations, the pay range for this role is $100,000 - $120,000.", "all other locations"],
  ["Canada-based roles only: The annual base salary for this role is between $100,000 CAD and $120,000 CAD", "Canada"],
  ["Salary by zone\nZone A: $100,000 - $120,000", "Zone A"],
  ["L4 Engineer: salary $100,000 - $120,000", null],
  ["Salary by level\nI4\n$100,000 - $120,000", "I4"],
  ["California Pay Range\n$100,000 - $120,000", "California"],
  ["Compensation Range\n$100,000 - $120,000", null],
  ["Base Compensation Range (New York City): $100,000 - $120,000", "New York City"],
  ["Salary range: $100,000 - $120,000 (Bay Area)", "Bay Area"],
  ["Salary range: $100,000 - $120,000 for Senior Engineers", "Senior Engineers"],
  ["The salary range for this role is $100,000 - $120,000", null],
  ["Salary range: $100,000 - $120,000 (depending on experience)", null],
])("place of %s", (text, place) => {
  expect(pay(text)[0]?.place).toBe(place);
});

test("one range for several places names them all", () => {
  const text = "For Austin, TX-based roles: The base salary is $100,000 - $120,000. For Boston, MA-based roles: The base salary is $100,000 - $120,000.";
  expect(pay(text)).toMatchObject([{ place: "Austin, TX; Boston, MA", evidence: [{}, {}] }]);
});

test("evidence is the very slice of the text", () => {
  const doc = makeDocument({ title: "Engineer", description_html: "<p>Salary: <b>€70.000</b> – <b>€90.000</b></p>" });
  const [one] = readPay(doc, placesOf("DE"));
  expect(one!.evidence.map(({ start, end }) => doc.text.slice(start, end))).toEqual(["€70.000 – €90.000"]);
});

test.each([
  ["120,000", 120_000],
  ["70.000,50", 70_000.5],
  ["130'000", 130_000],
  ["55 000", 55_000],
  ["12,00,000", 1_200_000],
  ["1.5", 1.5],
  ["45000.0", 45_000],
])("the number %s", (written, value) => {
  expect(parseNumber(written)).toBe(value);
});

test("a number inside a word or a percentage is no amount", () => {
  expect(findAmounts("GPT4 is 5% of v3.2.1, see #120", 0, 30).filter((amount) => amount.currency !== null)).toEqual([]);
  expect(findAmounts("0.5%", 0, 4)).toEqual([]);
});
