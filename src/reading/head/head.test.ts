import { describe, expect, it, vi } from "vitest";
import type { Posting } from "../../terms/posting.ts";
import { withHead } from "./head.ts";

const rest = "About us\nWe train models for ships.\nWhat you will do\n- Train models with PyTorch";
const of = (text: string): Posting => withHead({ description_text: text });
const told = ({ title = null, location = null, company = null }: Posting) => [title, location, company];

describe("withHead", () => {
  it.each<[string, (string | null)[]]>([
    ["Senior ML Engineer\nLocation: Berlin", ["Senior ML Engineer", "Berlin", null]],
    ["Senior ML Engineer\n\nDenver, Colorado", ["Senior ML Engineer", "Denver, Colorado", null]],
    ["Title: Senior ML Engineer\nCompany: Invented Works\nLocation: Berlin", ["Senior ML Engineer", "Berlin", "Invented Works"]],
    ["**Job title:** ML Engineer\n**Location:** Remote, Germany", ["ML Engineer", "Remote, Germany", null]],
    ["Job Title:\nML Engineer\nLocation:\nBerlin", ["ML Engineer", "Berlin", null]],
    ["Job title\tML Engineer\r\nLocation\tBerlin\r", ["ML Engineer", "Berlin", null]],
    ["ML Engineer | Berlin | Full-time", ["ML Engineer", null, null]],
    ["Location | Berlin\nPosition | ML Engineer", ["ML Engineer", "Berlin", null]],
    ["Stellenbezeichnung: Ingenieur für Modelle (m/w/d)\nStandort: Hamburg\nArbeitgeber: Erfundene Werke", ["Ingenieur für Modelle (m/w/d)", "Hamburg", "Erfundene Werke"]],
    ["Intitulé du poste : Ingénieur IA\nLieu : Lyon\nEntreprise : Société Inventée", ["Ingénieur IA", "Lyon", "Société Inventée"]],
    ["Functietitel: Data-ingenieur\nStandplaats: Utrecht\nWerkgever: Verzonnen BV", ["Data-ingenieur", "Utrecht", "Verzonnen BV"]],
    ["Role: ML Engineer", ["ML Engineer", null, null]],
    ["Title: Baker of models", ["Baker of models", null, null]],
    ["Job description\nSenior ML Engineer\nBerlin, Germany", ["Senior ML Engineer", "Berlin, Germany", null]],
    ["Invented Works\nShare\nSenior ML Engineer\nBerlin, Germany", ["Senior ML Engineer", "Berlin, Germany", null]],
    ["We're hiring: Senior ML Engineer", ["Senior ML Engineer", null, null]],
    ["Title: ML Engineer, Location: Berlin, Salary: €80,000", ["ML Engineer", null, null]],
    ["# Senior ML Engineer", ["Senior ML Engineer", null, null]],
    ["🚀 Senior ML Engineer", ["Senior ML Engineer", null, null]],
  ])("%j", (head, expected) => {
    const [title, location, company] = told(of(`${head}\n${rest}`));
    expect([title, expected[1] === null ? null : location, company]).toEqual(expected);
  });

  it.each([
    "We are looking for a Senior ML Engineer.", "About Invented Works", "Your tasks", "Role: you will lead a team of engineers.", "Position: full-time", "Role: individual contributor", "Title: ", "Job title: 4711", "Title: we are looking for engineers", "- Senior ML Engineer", "Reports to: the Head of AI",
    "Department: Data Science", "Berlin", "New York", "Invented Works GmbH", "Join us as ML Engineer!", "Als Ingenieur entwickelst du Modelle", "Salary: €80,000", "Team: ML engineers of all kinds",
    "Invented Works trains models. Its engineers work in Berlin.", "Titles matter to engineers less than work does, we think",
  ])("takes no title of %j", (head) => {
    expect(of(`${head}\n${rest}`).title ?? null).toBeNull();
  });

  it.each(["Location matters to us", "Location\nHow to apply", "Company: we are a team of ten", "Company\nInvented Works builds ships", "Organisation und Planung", "Place great weight on tests", "Our offices: all over", "Why Harvey", "Location: https://example.com/", "Department: IT"])(
    "takes neither place nor employer of %j",
    (head) => {
      const { location = null, company = null } = of(`ML Engineer\n${head}\n${rest}`);
      expect([location, company]).toEqual([null, null]);
    },
  );

  it("leaves fields that are given, and takes the title out of the text, nothing else", () => {
    const text = `ML Engineer\nLocation: Berlin\n${rest}`;
    expect(withHead({ title: "Cook", location: "Paris", company: "X", description_text: text })).toEqual({ title: "Cook", location: "Paris", company: "X", description_text: text });
    expect(of(text).description_text).toBe(`Location: Berlin\n${rest}`);
    expect(of(`Company: Invented Works\nTitle: ML Engineer\n${rest}`).description_text).toBe(`Company: Invented Works\n${rest}`);
    expect(of("Senior ML Engineer")).toMatchObject({ title: "Senior ML Engineer", description_text: "Senior ML Engineer" });
  });

  it("shows fields that are given as a person sees them, and takes those that then say nothing for empty", () => {
    expect(told(withHead({ title: "ML Engineer, AT&amp;T <em>Labs</em>", location: " Zürich\u00a0&#40;CH&#41;", company: "A<br>B", description_text: rest }))).toEqual(["ML Engineer, AT&T Labs", "Zürich (CH)", "A B"]);
    expect(withHead({ title: "<img src=x>", location: null, description_text: `ML Engineer\n${rest}` })).toMatchObject({ title: "ML Engineer", location: null });
  });

  it("is the same a second time", () => {
    for (const text of [`ML Engineer\nLocation: Berlin\n${rest}`, rest, `Title: ML Engineer\nData Engineer\n${rest}`]) expect(withHead(of(text))).toEqual(of(text));
  });

  it("reads markup as it reads text", () => {
    const html = withHead({ description_html: `<h1>Senior ML Engineer</h1><p>Location: Berlin</p><h2>About us</h2><p>We train models.</p>` });
    expect(html).toEqual({ title: "Senior ML Engineer", location: "Berlin", description_html: "<p>Location: Berlin</p><h2>About us</h2><p>We train models.</p>" });
    expect(withHead({ description_html: "<p>About us</p><p>We train models.</p>" }).title ?? null).toBeNull();
    expect(withHead({ description_html: "<table><tr><td>Job title</td><td>ML Engineer</td></tr></table><p>We train models.</p>" }).title).toBe("ML Engineer");
  });

  it.each([" ", "a", "Title: ", "| ", "\n", "Ingenieur", "Title: x\n", "<p>", "&amp;"])("costs no more than its length: %j over and over", (piece) => {
    const [once, fourfold] = [1, 4].map((times) => unitsSearched(() => of(`${piece.repeat(50_000 * times)}x`)));
    expect(fourfold).toBeLessThanOrEqual(4 * once! + 1000);
  });
});

/** How many units regular expressions went over. */
function unitsSearched(work: () => void): number {
  const { exec } = RegExp.prototype;
  let units = 0;
  const counting = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    units += Math.max(0, (found === null ? text.length : found.index + found[0].length) - from);
    return found;
  });
  try {
    work();
  } finally {
    counting.mockRestore();
  }
  return units;
}

it("a place in bold is a place, without the stars", () => {
  expect(withHead({ description_text: "# ML Engineer\n\n**Leeds, UK**\n\n## What you will do\n- Train models" })).toMatchObject({ title: "ML Engineer", location: "Leeds, UK" });
});
