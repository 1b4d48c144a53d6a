import { describe, expect, it } from "vitest";
import { makeDocument } from "../layout.ts";
import { readPlaces } from "./places.ts";
import { readWorkplace } from "./workplace.ts";

const english = "You build models with the team and bring them to our users. We are looking for someone who has done this before.";
const german = "Du entwickelst Modelle mit dem Team und bringst sie zu unseren Kunden. Wir suchen jemanden, der das schon gemacht hat.";
const french = "Vous développez des modèles avec l'équipe et vous les mettez en production pour nos clients. Nous cherchons une personne qui a de l'expérience.";
const dutch = "Je bouwt modellen met het team en brengt ze naar onze klanten. Wij zoeken iemand die dit al eerder heeft gedaan en er plezier in heeft.";

function workplace(text: string, { location = "", title = "Engineer", remote = null as boolean | null, rest = english } = {}): string | null {
  const doc = makeDocument({ title, location, remote, description_text: `${rest}\n${text}\n${rest}` });
  const { value, evidence } = readWorkplace(doc, readPlaces(doc));
  for (const { start, end, text: quoted } of evidence) expect(doc.text.slice(start, end)).toBe(quoted);
  return value;
}

describe("said by the text", () => {
  it.each<[string, string]>([
    ["This is a hybrid role.", "hybrid"],
    ["We work three days a week in the office.", "hybrid"],
    ["You are in the office 2-3 days per week.", "hybrid"],
    ["Tuesdays and Thursdays are our in-office days.", "hybrid"],
    ["Hybrid: Tuesday to Thursday in our King's Cross office.", "hybrid"],
    ["We're in our Austin office Mondays and Tuesdays.", "hybrid"],
    ["You work at our lab from Monday to Thursday and from home on Fridays.", "hybrid"],
    ["You work on site at our showroom, Monday through Friday.", "onsite"],
    ["The job is based at our Oslo site, five days a week.", "onsite"],
    ["Employees spend at least half of their time in the office.", "hybrid"],
    ["A mix of remote and in-office work.", "hybrid"],
    ["Occasional remote work is possible.", "hybrid"],
    ["#LI-Hybrid", "hybrid"],
    ["Fully remote, three days a week in our office.", "hybrid"],
    ["Fully remote, three days a week in our office. 30 days of holiday a year.", "hybrid"],
    ["This is a remote position with mandatory office days every Wednesday.", "hybrid"],
    ["Fully remote role. Onboarding takes three days in our office.", "remote"],
    ["Fully remote, no office days.", "remote"],
    ["Fully remote; the office is optional.", "remote"],
    ["The position is fully remote.", "remote"],
    ["Work is 100% remote.", "remote"],
    ["We are a remote-first company.", "remote"],
    ["This is a remote position.", "remote"],
    ["Location: Remote", "remote"],
    ["#LI-Remote", "remote"],
    ["You work on-site in our lab.", "onsite"],
    ["This role is in person in Denver.", "onsite"],
    ["We are in the office five days a week.", "onsite"],
    ["This is not a remote position.", "onsite"],
    ["This role is not remote.", "onsite"],
    ["We are not open to remote candidates.", "onsite"],
    ["Remote work is not possible.", "onsite"],
  ])("%s → %s", (text, expected) => {
    expect(workplace(text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["2 jours de télétravail par semaine.", french, "hybrid"],
    ["Télétravail partiel possible.", french, "hybrid"],
    ["Mode de travail : hybride.", french, "hybrid"],
    ["100 % télétravail.", french, "remote"],
    ["Pas de télétravail.", french, "onsite"],
    ["Temps plein en présentiel.", french, "onsite"],
    ["Homeoffice-Möglichkeit an zwei Tagen.", german, "hybrid"],
    ["Mobiles Arbeiten ist bei uns üblich.", german, "hybrid"],
    ["Du arbeitest drei Tage pro Woche im Büro.", german, "hybrid"],
    ["100 % Remote innerhalb von Deutschland.", german, "remote"],
    ["Kein Homeoffice.", german, "onsite"],
    ["Kein Homeoffice möglich.", german, "onsite"],
    ["Homeoffice ist nicht möglich.", german, "onsite"],
    ["Vor Ort.", german, "onsite"],
    ["Vollzeit. Vor Ort.", german, "onsite"],
    ["Kein Freelancer. Gehalt 48–56 T€. Vor Ort.", german, "onsite"],
    ["Télétravail impossible.", french, "onsite"],
    ["Le télétravail n'est pas prévu.", french, "onsite"],
    ["Lille | sur site | CDI", french, "onsite"],
    ["Sur site.", french, "onsite"],
    ["CDI. Sur site. Une équipe de dix personnes et des clients partout.", french, "onsite"],
    ["Utrecht • op kantoor", dutch, "onsite"],
    ["Op kantoor.", dutch, "onsite"],
    ["Thuiswerken is niet mogelijk.", dutch, "onsite"],
    ["Thuiswerken is onmogelijk.", dutch, "onsite"],
    ["Je kunt twee dagen per week thuiswerken.", dutch, "hybrid"],
    ["Hybride werken: drie dagen thuis, twee dagen in ons kantoor.", dutch, "hybrid"],
    ["Je bent twee dagen per week in Eindhoven, de rest doe je op afstand.", dutch, "hybrid"],
    ["Hybrides Arbeiten, zwei Tage pro Woche am Standort Bern.", german, "hybrid"],
    ["3 jours sur place, 2 jours en télétravail.", french, "hybrid"],
    ["We zijn drie dagen per week op kantoor.", dutch, "hybrid"],
  ])("%s", (text, rest, expected) => {
    expect(workplace(text, { rest })).toBe(expected);
  });
});

describe("words that speak of something else", () => {
  it.each([
    "Experience with remote sensing data.",
    "You know hybrid cloud and hybrid search.",
    "Vector and hybrid retrieval with re-ranking.",
    "You lead remote teams on three continents.",
    "Remote procedure calls between services.",
    "Access to remote servers and remote repositories.",
    "You support remote patients.",
    "A remote work stipend of 500 euros.",
    "Home office stipend and a wellness budget.",
    "A work from home allowance.",
    "You will be a hybrid of engineer and scientist.",
    "A hybrid role that blends research with sales.",
    "Lunch in the office every day, 5 days per week.",
    "The final stage is an on-site interview.",
    "Four hours on-site to meet the founders.",
    "We meet in person at yearly off-sites.",
    "Leader in software for in-person sales.",
    "Online or in person payments.",
    "Work from anywhere for four weeks a year.",
    "You visit customers on site.",
    "30 days of vacation and a 40 hour week.",
    "A workshop that lasts two days, remote or on site.",
    "The number of hybrid, office-based and remote workers will vary.",
    "On-call one week per month.",
    "On Mondays we look at the numbers together.",
    "Customers shop from home.",
    "We ship on Tuesdays and talk on Fridays.",
    "Two days a week you write code, the other three you review it.",
    "Hybrid games and hybrid publishers.",
    "On-premise and hybrid deployments.",
    "Nothing is said of it.",
  ])("%s", (text) => {
    expect(workplace(text)).toBeNull();
  });

  it("in French and German", () => {
    expect(workplace("Environnements hybrides et architecture hybride.", { rest: french })).toBeNull();
    expect(workplace("Maintenance sur site chez nos clients.", { rest: french })).toBeNull();
    expect(workplace("Du betreust Anlagen vor Ort beim Kunden.", { rest: german })).toBeNull();
    expect(workplace("Bewerbungsgespräche – vor Ort.", { rest: german })).toBeNull();
    expect(workplace("Erstes Gespräch | vor Ort", { rest: german })).toBeNull();
    expect(workplace("Schulungen – vor Ort.", { rest: german })).toBeNull();
    expect(workplace("Wir helfen vor Ort.", { rest: german })).toBeNull();
    expect(workplace("Entretien | sur site", { rest: french })).toBeNull();
    expect(workplace("Une cantine sur site.", { rest: french })).toBeNull();
    expect(workplace("Parking sur site.", { rest: french })).toBeNull();
    expect(workplace("Lekkere lunch op kantoor.", { rest: dutch })).toBeNull();
    expect(workplace("Borrel op kantoor.", { rest: dutch })).toBeNull();
  });
});

describe("location field, title, flag", () => {
  it.each<[string, string | null]>([
    ["Remote - US", "remote"],
    ["USA; TELECOMMUTE", "remote"],
    ["Anywhere", "remote"],
    ["Hybrid - Bangalore, India", "hybrid"],
    ["Las Vegas, NV (Onsite)", "onsite"],
    ["Boston (Hybrid) or Remote", "remote"],
    ["Tokyo (in-office 5 days)", "onsite"],
    ["Tokyo (in-office, Monday to Friday)", "onsite"],
    ["Tokyo (in-office)", "onsite"],
    ["Utrecht, op kantoor", "onsite"],
    ["New York office or remote", "remote"],
    ["Tokyo (in-office 3 days)", "hybrid"],
    ["Tokyo (in-office 2-5 days)", "hybrid"],
    ["Boston", null],
    ["Global", null],
    ["New York Office", null],
    ["Headquarters", null],
  ])("%s → %s", (location, expected) => {
    expect(workplace("", { location })).toBe(expected);
  });

  it("the title", () => {
    expect(workplace("", { title: "Student in Office Management" })).toBeNull();
    expect(workplace("", { title: "Engineer (Remote)" })).toBe("remote");
    expect(workplace("", { title: "Remote Sensing Scientist" })).toBeNull();
    expect(workplace("", { title: "Hybrid Cloud Engineer" })).toBeNull();
    expect(workplace("", { title: "Site Reliability Engineer" })).toBeNull();
  });

  it("days in an office say more than the field", () => {
    expect(workplace("We work from our Sydney office three days a week.", { location: "Sydney / remote" })).toBe("hybrid");
    expect(workplace("If you live near Boston, you come to the office three days a week.", { location: "Remote" })).toBe("remote");
  });

  it("a text says more than the flag, and the flag counts only where no city is named", () => {
    expect(workplace("This is an on-site role.", { remote: true })).toBe("onsite");
    expect(workplace("", { remote: true, location: "Canada" })).toBe("remote");
    expect(workplace("", { remote: true, location: "Toronto" })).toBeNull();
    expect(workplace("", { remote: false, location: "Toronto" })).toBeNull();
  });

  it("the field of a text too short to tell its language", () => {
    expect(workplace("SQL", { location: "100% remote (LATAM)", rest: "Python" })).toBe("remote");
    expect(workplace("remote", { location: "Madrid", rest: "Python" })).toBeNull();
  });

  it("stays open in a language that is not read", () => {
    expect(workplace("", { location: "Remote", rest: "Szukamy inżyniera, który będzie budował modele razem z zespołem i wdrażał je dla naszych klientów w całej Polsce." })).toBeNull();
  });
});
