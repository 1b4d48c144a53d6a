import { expect, it } from "vitest";
import { withHead } from "./head.ts";

const placeOf = (line: string): string | null => withHead({ description_text: `ML Engineer\n${line}\n\nAbout us\nWe train models for ships.\nWhat you will do\n- Train models with PyTorch` }).location ?? null;

it.each([
  ["Invented Works – Berlin, Germany (hybrid, 2 days in office)", "Berlin, Germany (hybrid, 2 days in office)"],
  ["Invented Works | Berlin", "Berlin"],
  ["Berlin · Full-time · Hybrid", "Berlin · Hybrid"],
  ["📍 London, UK", "London, UK"],
  ["📍London, UK | 💰 £80k-£100k | 🏢 Hybrid", "London, UK · Hybrid"],
  ["Location: Remote (US)", "Remote (US)"],
  ["Paris / Remote", "Paris / Remote"],
  ["Zürich, CH | 80-100%", "Zürich, CH"],
  ["Remote", "Remote"],
  ["Remote (EU)", "Remote (EU)"],
  ["Full-time, Berlin", "Berlin"],
  ["Vollzeit | Hamburg | ab sofort", "Hamburg"],
  ["Hamburg, Vollzeit, unbefristet", "Hamburg"],
  ["CDI - Paris 9e - Télétravail partiel", "Paris 9e · Télétravail partiel"],
  ["Amsterdam, 32-40 uur per week", "Amsterdam"],
  ["Madrid (híbrido)", "Madrid (híbrido)"],
  ["Cambridge, MA | $180,000 - $220,000 a year", "Cambridge, MA"],
  ["$180k – $220k · San Francisco · Full time", "San Francisco"],
  ["Engineering · Berlin, Germany · Full time", "Berlin, Germany"],
  ["Munich, Bavaria, Germany · 2 weeks ago · 48 applicants", "Munich, Bavaria, Germany"],
  ["Office: Toronto", "Toronto"],
  ["Based in Dublin, 3 days a week in the office", "Dublin"],
  ["London (2 days/week)", "London (2 days/week)"],
  ["On-site: Tokyo", "Tokyo"],
  ["Phoenix · Data Platform", "Phoenix"],
  ["Austin Texas · Full-time", "Austin Texas"],
  ["Berlin Mitte | Full-time", "Berlin Mitte"],
  ["Downtown Austin | Recruiting", "Downtown Austin"],
  ["Charlotte Metro | Full-time", "Charlotte Metro"],
  ["Jordan Smith | Hiring Manager | Berlin", "Berlin"],
  ["Sydney Australia | Full-time", "Sydney Australia"],
])("names a place: %s → %s", (line, place) => expect(placeOf(line)).toBe(place));

it.each([
  "Full-time · Permanent", "Invented Works – Ships", "Hybrid", "Hybrid · Full-time", "$180k – $220k", "2 weeks ago · 48 applicants", "Engineering · Research", "Vollzeit | ab sofort", "80-100%", "Posted by Harvey",
  "Invented Works – we build ships in Berlin and sell them to all the world", "We are in Berlin – and in Paris", "Our office – a ship", "Why Harvey – and why now", "Models | Ships | Harbours", "Remote first company culture of people", "Open Doors ABA", "Team: Berlin Harbour Models of Ships and of the Sea",
  "Clients in Paris, London and other places love what we make for them", "Series B – $40m", "Apply by May 12", "Where we are going: up", "Based in part on what you know", "Office hours: nine to five", "At Invented Works, Paris is a verb", "An office with a view",
  "Jordan Smith | Hiring Manager", "Hiring Manager: Jordan Smith", "Jordan Lee", "Sydney Carter – Talent Partner", "Austin P. Powell · Recruiter", "Georgia Davis | People Partner", "Jack London | Recruiter", "Madison Brown-Lopez", "Ms. Charlotte Weber", "Victoria Wood | Engineering", "Israel Gomez, CTO",
])("names none: %s", (line) => expect(placeOf(line)).toBeNull());

it("a title behind the employer's name", () => {
  expect(withHead({ description_text: "Invented Works is hiring: ML Engineer (Berlin)\n\nAbout us\nWe train models." }).title).toBe("ML Engineer (Berlin)");
  expect(withHead({ description_text: "Invented Works (A21) | ML Engineer | Remote (US) | Full-time\n\nWe train models for ships and harbours." })).toMatchObject({ title: "ML Engineer", location: "Remote (US)" });
  expect(withHead({ description_text: "Invented Works is hiring: us\n\nAbout us\nWe train models." }).title ?? null).toBeNull();
  expect(withHead({ description_text: "Everyone is hiring: we are not\n\nAbout us\nWe train models." }).title ?? null).toBeNull();
});
