import { expect, test } from "vitest";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import { diagnose } from "../diagnose.ts";
import { releases } from "../releases.ts";

const frame = "What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- ";

function askedTooMany(line: string, day = "2026-11-29") {
  const posting = { title: "AI Engineer", description_text: frame + line };
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: [], day }).findings.find(({ id }) => id === "release-years") ?? null;
}

test.each<[string, string]>([
  ["10+ years of experience with LangChain", "10+ years of experience with LangChain"],
  ["15 years Kubernetes", "15 years Kubernetes"],
  ["At least ten years of hands-on experience with LLMs", "ten years of hands-on experience with LLMs"],
  ["Kubernetes (13+ years)", "Kubernetes (13+ years"],
  ["10 years of GPT-4", "10 years of GPT-4"],
  ["5 years of ChatGPT", "5 years of ChatGPT"],
  ["LangChain experience: min. 6 years", "LangChain experience: min. 6 years"],
  ["12+ years' GPT experience", "12+ years' GPT"],
  ["8-10 years of experience in Python and LangChain", "8-10 years of experience in Python and LangChain"],
  ["Mindestens zehn Jahre Erfahrung mit LangChain", "zehn Jahre Erfahrung mit LangChain"],
  ["12 ans d'expérience avec PyTorch", "12 ans d'expérience avec PyTorch"],
  ["Minimaal 10 jaar ervaring met vLLM", "10 jaar ervaring met vLLM"],
])("more than there were: %s", (line, quote) => {
  expect(askedTooMany(line)?.quotes.map(({ text }) => text)).toEqual([quote]);
});

test.each([
  "3+ years of experience with LangChain",
  "4 years of experience with LangChain",
  "10+ years of experience with Kubernetes",
  "12 years with Kubernetes",
  "8 years of experience with LLMs",
  "10+ years of experience with Python; LangChain",
  "10+ years of software engineering. You know LangChain",
  "10+ years in software engineering, including 2 with LangChain",
  "10+ years of building systems that people use with LangChain",
  "10+ years of experience with Python, Java or LangChain",
  "10+ years of experience with LangChain or similar tools",
  "10+ years of experience with Fortran",
  "8 years of experience with GPT models",
  "9 years of PyTorch Lightning",
  "10+ years of experience with Foobarchain",
  "Nobody has 10 years of experience with LangChain",
  "We do not ask for 10 years of LangChain",
  "We have run Kubernetes for 15 years in spirit",
  "Up to 10 years of experience with LangChain",
  "LangChain, founded 10 years after our company",
  "LangChain (we write 15 services in it, over 20 years old)",
  "Zehn Jahre Erfahrung in der Softwareentwicklung, LangChain von Vorteil",
  "10 ans d'expérience en développement. LangChain est un plus",
  "10 jaar ervaring als ontwikkelaar; LangChain is een pre",
])("not judged, or as many as there were: %s", (line) => expect(askedTooMany(line)).toBeNull());

test("names the release, the day and the source, of each technology once", () => {
  const found = askedTooMany("10+ years of experience with LangChain\n- LangChain: 12 years\n- 20 years of Kubernetes");
  expect(found?.severity).toBe("flag");
  expect(found?.says).toBe("Asks for 10 years with LangChain; there have been 4.1 at the most: its first version was published on 25 October 2022. Asks for 20 years with Kubernetes; there have been 12.5 at the most: its first commit was published on 6 June 2014. Today is 2026-11-29.");
  expect(found?.quotes).toHaveLength(2);
  expect(found?.sources?.map(({ url }) => new URL(url).hostname)).toEqual(["pypi.org", "www.cncf.io"]);
});

test("the same words are true on a later day", () => {
  expect(askedTooMany("10+ years of experience with LangChain", "2033-01-01")).toBeNull();
});

test.each(Object.entries(releases))("%s has a date and a source", (_id, { released, source, name, what, phrases }) => {
  expect(released).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
  expect(new URL(source.url).protocol).toBe("https:");
  for (const text of [source.title, name, what, ...phrases]) expect(text.trim()).not.toBe("");
});
