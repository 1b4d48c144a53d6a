import { expect, test } from "vitest";
import type { Visa } from "../../terms/visa.ts";
import { lineDocument } from "../../../test/reading/line-document.ts";
import { readVisa } from "./visa.ts";

const lines: [line: string, heading: string, visa: Visa | null][] = [
  ["Visa sponsorship", "Benefits", "offered"],
  ["Visa sponsorship and relocation support", "Benefits", "offered"],
  ["We sponsor visas and work permits", "Benefits", "offered"],
  ["Visa sponsorship is available for this role", "", "offered"],
  ["Relocation and immigration support", "Benefits", "offered"],
  ["We can help you move to Berlin and get a visa", "Benefits", "offered"],
  ["We can sponsor visas to Germany; for other countries you need the right to work", "", "offered"],
  ["We are unable to sponsor visas at this time", "", "refused"],
  ["We do not provide visa sponsorship", "", "refused"],
  ["Must be authorized to work in the US without sponsorship", "", "refused"],
  ["Candidates must be authorised to work in the UK", "", "refused"],
  ["You must have the right to work in the UK", "", "refused"],
  ["U.S. citizenship required", "", "refused"],
  ["Thai citizenship", "", "refused"],
  ["Sponsorship is not available for this position", "", "refused"],
  ["Visa provided by the company.", "", "offered"],
  ["Employment Pass sponsored.", "", "offered"],
  ["We will consider sponsoring H-1B transfers", "", "offered"],
  ["Acme | ML Engineer | Berlin, Germany | ONSITE | Full-time, VISA | https://acme.example", "", "offered"],
  ["Acme | ML Engineer | Berlin | REMOTE | VISA", "", "offered"],
  ["Acme | ML Engineer | Berlin | REMOTE | NO VISA", "", "refused"],
  ["Visa is not provided", "", "refused"],
  ["We will not consider sponsoring visas", "", "refused"],
  ["Employment Pass cannot be sponsored", "", "refused"],
  // companies, events, equal opportunities, export control, duties
  ["Our partners are Mastercard, Visa and Stripe", "", null],
  ["Backed by investors such as Visa, Acme and others", "About us", null],
  ["We do not discriminate on visa status.", "", null],
  ["No discrimination on grounds of age, gender or immigration and visa sponsorship needs", "", null],
  ["Our clients | Mastercard | VISA | Full-time support", "", null],
  ["Acme | Payments engineer | VISA, Amex | Remote", "", null],
  ["Integrations: VISA, Bancontact | fraud models", "", null],
  ["You integrate VISA, Bancontact and others", "", null],
  ["A company-sponsored visa programme is what our product manages", "", null],
  ["You hold an Employment Pass", "", null],
  ["Considering sponsors for the conference", "", null],
  ["Find sponsors for our conference", "", null],
  ["You report to the executive sponsor of the project", "", null],
  ["Employment is decided regardless of race, religion, national origin or citizenship", "", null],
  ["We take part in E-Verify to confirm that you are authorized to work", "", null],
  ["Under ITAR you must be a U.S. citizen or permanent resident", "", null],
  ["Do you need visa sponsorship?", "", null],
  ["Relocation support", "Benefits", null],
  ["AI is a first-class citizen here", "", null],
  ["Manage visa applications of employees", "Responsibilities", null],
  ["Security clearance is a plus", "", null],
  ["Company-sponsored lunch and gym", "Benefits", null],
  ["Eligible for a background check that includes proof of work authorization", "", null],
];

test.each(lines)("%s [%s] → %s", (line, heading, visa) => {
  expect(readVisa(lineDocument(line, "en", heading)).value).toBe(visa);
});

const others: [language: "de" | "fr" | "nl", line: string, visa: Visa | null][] = [
  ["de", "Eine gültige Arbeitserlaubnis ist Voraussetzung", "refused"],
  ["de", "Wir unterstützen dich beim Visum und beim Umzug", "offered"],
  ["de", "Erfahrung mit Visa und Mastercard", null],
  ["fr", "Permis de travail valide obligatoire", "refused"],
  ["fr", "Projets visant la performance", null],
  ["nl", "Je bent in het bezit van een geldige werkvergunning", "refused"],
  ["nl", "Je werkt met sponsors aan het evenement", null],
];

test.each(others)("%s: %s → %s", (language, line, visa) => {
  expect(readVisa(lineDocument(line, language)).value).toBe(visa);
});
