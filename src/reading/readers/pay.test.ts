import { expect, test } from "vitest";
import type { Place } from "../../terms/place.ts";
import { makeDocument } from "../layout.ts";
import { findAmounts, parseNumber } from "../pay/amounts.ts";
import { readPay } from "./pay.ts";

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

const stated: [text: string, countries: string, expected: string][] = [
  ["The salary range for this role is $120,000 - $150,000.", "US", "120000 150000 USD year"],
  ["Compensation: $120k–150k plus equity", "US", "120000 150000 USD year"],
  ["Salary: 120-150K USD", "US", "120000 150000 USD year"],
  ["Pay range USD 120,000 to 150,000 per year", "US", "120000 150000 USD year"],
  ["We expect to pay between $162,000 and $232,875/year.", "US", "162000 232875 USD year"],
  ["Annual salary range: $170-195,000", "US", "170000 195000 USD year"],
  ["The base pay range is USD$164,000 per year - USD$182,000 per year.", "US", "164000 182000 USD year"],
  ["The salary range is between $118,000 [lowest market] to $184,000 [highest market].", "US", "118000 184000 USD year"],
  ["Base: $206,600 (min) — $258,200 (mid) — $309,800 (max)", "US", "206600 309800 USD year"],
  ["Compensation will be paid in the range of up to $172,000 -$209,000 + Bonus.", "US", "172000 209000 USD year"],
  ["Salary from $70k, depending on experience", "US", "70000 - USD year"],
  ["Salary up to £95,000", "GB", "- 95000 GBP year"],
  ["Starting at $19.50 per hour", "US", "19.5 - USD hour"],
  ["The salary for this role is £85k.", "GB", "85000 85000 GBP year"],
  ["What we offer: 210k - 250k + equity", "US", "210000 250000 USD year"],
  ["Up to 70k annually", "NL", "- 70000 EUR year"],
  ["70.000 € bis 90.000 € brutto/Jahr", "DE", "70000 90000 EUR year"],
  ["Dein Jahresgehalt liegt zwischen 65.000 und 80.000 Euro.", "DE", "65000 80000 EUR year"],
  ["Gehalt: EUR 60.000,00 - 70.000,00", "DE", "60000 70000 EUR year"],
  ["Vergütung: 4.500 € brutto im Monat", "DE", "4500 4500 EUR month"],
  ["Stundenlohn von 18 €", "DE", "18 18 EUR hour"],
  ["Tagessatz: 750 – 850 €", "DE", "750 850 EUR day"],
  ["Rémunération : 55 000 € – 65 000 € selon expérience", "FR", "55000 65000 EUR year"],
  ["Rémunération : 55\u202f000\u00a0€ à 65\u202f000\u00a0€", "FR", "55000 65000 EUR year"],
  ["Salaire : 45-55 K€", "FR", "45000 55000 EUR year"],
  ["Salaire fixe : 45k€ brut", "FR", "45000 45000 EUR year"],
  ["Salaire entre 45 et 55 k€ brut annuel", "FR", "45000 55000 EUR year"],
  ["Rémunération : à partir de 38 KEUR selon profil", "FR", "38000 - EUR year"],
  ["Rémunération : A partir de 34keuros bruts/an", "FR", "34000 - EUR year"],
  ["TJM 500-600 €", "FR", "500 600 EUR day"],
  ["Salaire : 2 100,50 € brut mensuel sur 13 mois", "FR", "2100.5 2100.5 EUR month"],
  ["Salaris: EUR 4.500 bruto per maand", "NL", "4500 4500 EUR month"],
  ["Een salaris tussen € 4.500,- en € 6.200,- bruto per maand", "NL", "4500 6200 EUR month"],
  ["Tarief: €600 per dag", "NL", "600 600 EUR day"],
  ["Salario: 35.000 € - 42.000 € brutos anuales", "ES", "35000 42000 EUR year"],
  ["Ofrecemos un sueldo de 1.800 € al mes", "ES", "1800 1800 EUR month"],
  ["RAL: 45.000 – 55.000 €", "IT", "45000 55000 EUR year"],
  ["The salary is CHF 130'000 - 150'000 per year", "CH", "130000 150000 CHF year"],
  ["Wynagrodzenie: 20 000 - 25 000 zł netto + VAT miesięcznie", "PL", "20000 25000 PLN month"],
  ["Salary: PLN 20 000 - 25 000 net + VAT monthly (B2B)", "PL", "20000 25000 PLN month"],
  ["Lön: 55 000 - 65 000 kr per månad", "SE", "55000 65000 SEK month"],
  ["Compensation: INR 35–50 lakh", "IN", "3500000 5000000 INR year"],
  ["Salary: ₹ 12-18 LPA", "IN", "1200000 1800000 INR year"],
  ["CTC: 25 LPA", "IN", "2500000 2500000 INR year"],
  ["CTC up to 1.2 crore", "IN", "- 12000000 INR year"],
  ["Salary ₹12,00,000 per annum", "IN", "1200000 1200000 INR year"],
  ["Stipend of Rs. 65,000 per month. Monthly Stipend - Rs 65,000 per month", "IN", "65000 65000 INR month"],
  ["Salary: S$ 12,000 per month", "SG", "12000 12000 SGD month"],
  ["Salary: AED 25,000/month", "AE", "25000 25000 AED month"],
  ["Salary: R$ 12.000 - R$ 15.000 por mês", "BR", "12000 15000 BRL month"],
  ["Annual salary ¥8,000,000 - 12,000,000", "JP", "8000000 12000000 JPY year"],
  ["Pay: $75/hour", "US", "75 75 USD hour"],
  ["We pay 75 USD per hour", "US", "75 75 USD hour"],
  ["Rate: $50 - $60 / hr", "US", "50 60 USD hour"],
  ["The compensation range is $34 - $40hr.", "US", "34 40 USD hour"],
  ["OTE $200k ($120k base)", "US", "200000 200000 USD year; 120000 120000 USD year"],
  ["$45,000 base salary annually ($21.63 paid hourly)", "US", "45000 45000 USD year; 21.63 21.63 USD hour"],
  ["Salary in SF/NYC: $200-250K; other locations: $180-220K", "US", "200000 250000 USD year; 180000 220000 USD year"],
  ["Base pay range of 105,000 GBP - 120,000 GBP / 86,000 - 120,000 EUR", "GB", "105000 120000 GBP year; 86000 120000 EUR year"],
  ["The salary range for this role is $90,000 - $110,000.", "CA", "90000 110000 CAD year"],
  ["The salary range for this role is $90,000 - $110,000.", "CA US", "90000 110000 USD year"],
  ["In Canada, the salary range is $90,000 - $110,000.", "CA US", "90000 110000 CAD year"],
  ["Salary: A$150K – A$180K + super", "AU", "150000 180000 AUD year"],
  ["Salary: $140,000 - $160,000 AUD", "AU US", "140000 160000 AUD year"],
  ["Salary range: $100,0000 - $200,000", "US", "100000 200000 USD year"],
  ["Job Type: PermanentPay: £180.00 - £250.00 + per dayWork Location: Leeds", "GB", "180 250 GBP day"],
  ["Salary Range\n150,000 - 175,000 USD", "US", "150000 175000 USD year"],
  ["Minimum Salary: $100,000\nMaximum Salary: $150,000", "US", "100000 150000 USD year"],
  ["R&#233;mun&#233;ration : 45 000 &#8211; 50 000 &euro; brut", "FR", "45000 50000 EUR year"],
  ["Bruto maandsalaris van minimaal € 3.800 en maximaal € 5.600", "NL", "3800 5600 EUR month"],
  ["Mindestgehalt laut KV: EUR 3.500 brutto/Monat (14x)", "AT", "3500 - EUR month"],
  ["Ein Jahressalär von CHF 130'000 – 155'000", "CH", "130000 155000 CHF year"],
  ["Lohn: 120–140 KCHF", "CH", "120000 140000 CHF year"],
  ["A monthly base salary from S$ 9,500, an annual variable bonus", "SG", "9500 - SGD month"],
  ["Rs. 8,00,000 - 12,00,000 P.A.", "IN", "800000 1200000 INR year"],
  ["Salary: ₹20L - ₹35L", "IN", "2000000 3500000 INR year"],
  ["Sueldo: $45,000 - $60,000 MXN mensuales", "MX", "45000 60000 MXN month"],
  ["120-160 PLN/h net", "PL", "120 160 PLN hour"],
  ["Mzda 80 000 - 120 000 Kč/měsíc", "CZ", "80000 120000 CZK month"],
  ["Salary: NOK 800 000 - 1 000 000", "NO", "800000 1000000 NOK year"],
  ["Package 60/70k€", "FR", "60000 70000 EUR year"],
  ["Up to £85k + bonus + benefits", "GB", "- 85000 GBP year"],
  ["Paying up to £700 p/d outside IR35", "GB", "- 700 GBP day"],
  ["SALARY: $ 55, 000 - $ 65, 000", "US", "55000 65000 USD year"],
  ["Compensation will be in the range of $20 - $34.", "US", "20 34 USD hour"],
  ["Pay: $18-22/hour for direct client contact work", "US", "18 22 USD hour"],
  ["Rémunération : 45 000,00€ à 65 000,00€ par mois", "FR", "45000 65000 EUR year"],
];

test.each(stated)("%s (%s)", (text, countries, expected) => {
  expect(sums(text, countries)).toBe(expected);
});

const otherMoney: [text: string, countries?: string][] = [
  ["We raised $40M in Series B funding led by two funds."],
  ["Backed by $12.5 million from investors, we grew 3x."],
  ["With over $200k in revenue in our first month we are growing."],
  ["Own a book of business of $500,000 - $800,000."],
  ["You will manage accounts ($50K-$100K+ ACV)."],
  ["Have closed $50K–$150K+ ACVs and love winning."],
  ["Experience with budgets of $100,000 - $250,000."],
  ["Paid campaigns at a scale of $250K+ per month."],
  ["Our platform serves 120,000 - 150,000 users."],
  ["A $200 drone should not need a costly answer."],
  ["401(k) with 4% match"],
  ["Health insurance, 401k and commuter benefits"],
  ["Competitive salary, 401K, and equity"],
  ["$5,000 signing bonus"],
  ["€5.000 Bonus", "DE"],
  ["Referral bonus of up to $1,500 per hired referral"],
  ["A $20K relocation bonus if you move"],
  ["Competitive salary + company bonus (up to 15K€ per year)", "FR"],
  ["$2,000 learning budget per year"],
  ["$1,000 stipend for learning and personal growth"],
  ["A personal development budget of $500 per annum", "AU"],
  ["$15/day lunch credit and $315/month gym credit"],
  ["Company paid commuter benefit; $300 per month"],
  ["$500/month to be used for health insurance coverage"],
  ["Home office stipend: $750"],
  ["Technology stipend equivalent to $100 net/month"],
  ["€50 Sodexo and a Deutschlandticket", "DE"],
  ["600 € für Mitarbeiterwerbung, Prämie von 600 €", "DE"],
  ["Weiterbildung mit max. 1000 € jährlich Zuschuss", "DE"],
  ["über den künftigen Mindestlohn von 12 €", "DE"],
  ["520 € de bons d'achat par an", "FR"],
  ["Des primes de cooptation jusqu'à 1000 € brut par recrutement", "FR"],
  ["Tickets restaurant d'une valeur de 210 € / mois", "FR"],
  ["Paniers repas (13.40€/jour), véhicule de service", "FR"],
  ["Un chiffre d'affaires de 5,8 milliards d'euros", "FR"],
  ["70M€ CA, 290 personnes", "FR"],
  ["€ 5.000,- opleidingsbudget", "NL"],
  ["Equity range 0.1% - 0.5%"],
  ["Life insurance covering 2 times your salary, up to $200k"],
  ["Basic life insurance ($50,000)"],
  ["Plans start at $49/month per seat."],
  ["GPA 3.5 or higher"],
  ["Internship 2024-2025, 40 hours per week"],
  ["Founded in 2019, revenue up from 2020 to 2024"],
  ["Call 415-555-0134 or (030) 1234 5678"],
  ["120 Main Street, 94105 San Francisco"],
  ["FLSA status: exempt. Salary grade 12."],
  ["Competitive salary and a 12 month parental policy"],
  ["Salary: competitive. 5+ years of experience, 10,000 employees."],
  ["Gehalt nach Vereinbarung, 30 Tage Urlaub", "DE"],
  ["Rémunération selon profil, 35h par semaine, 12 jours de RTT", "FR"],
  ["$1.50/hr shift differential offered"],
  ["We invest an average of $5,000 per employee on training each year"],
  ["Tuition reimbursement up to $5,250 per year"],
  ["The market is worth $80k-$120k per account."],
  ["Fertility HRA (up to $5,000 per year)"],
  ["Equity grants valued at $50,000"],
  ["20 bis 30 Mitarbeiter, 4.500 Kunden", "DE"],
  ["Kunden zahlen 30 € im Monat", "DE"],
  ["No employee makes less than the living wage of $2,500 MXN per month", "MX"],
  ["$1,000/quarter for employees over a year of tenure"],
  ["Experience in CAD 3D design, 10,000 parts", "CA"],
  ["PHP 8 and Laravel 11", "PH"],
  ["Handled 3 lakh requests per second", "IN"],
  ["Trained on 1,500,000 images at $0.02 each"],
  ["GPU budget of $10k-$20k per month"],
  ["We pay up to €5,000 for your move.", "DE"],
  ["A take-home exercise of three hours (paid at USD 60 an hour)"],
  ["4.600 salariés, environ 70.000 bénéficiaires", "FR"],
  ["Home Office $1,000.00 stipend"],
  ["Housing subsidy of $2k per month"],
  ["Track record closing $100K+ annual contracts"],
  ["Exceeding $1M+ annual quotas"],
  ["The salary of $900 a year is a slip."],
  ["Pay and 10,000 employees"],
];

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
