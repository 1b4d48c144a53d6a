import { describe, expect, it } from "vitest";
import { blocksOf } from "./pdf-blocks.ts";
import { type Item, linesOfPage } from "./pdf-lines.ts";

type Put = { x?: number; y: number; size?: number; font?: string; tag?: Item["tag"] };

/** A line of a page in a font whose letters are half as wide as high. */
function put(str: string, { x = 50, y, size = 10, font = "f1", tag = null }: Put): Item {
  return { str, transform: [size, 0, 0, size, x, y], width: str.length * size * 0.5, height: size, fontName: font, tag };
}

function read(...items: Item[]): string[] {
  return blocksOf(linesOfPage(items, 1)).map(({ kind, text }) => `${kind}: ${text}`);
}

const long = (first: string): string => `${first} ${"of models and ships and harbours and tides ".repeat(3)}`.slice(0, 90).trim();

describe("lines of a PDF", () => {
  it("joins what was only wrapped", () => {
    const [a, b] = [long("We train"), long("and we serve")];
    expect(read(put(a, { y: 700 }), put(b, { y: 686 }), put("for all who ask.", { y: 672 }))).toEqual([`text: ${a} ${b} for all who ask.`]);
  });

  it.each<[string, Item[], string[]]>([
    ["short lines", [put("Senior ML Engineer", { y: 700 }), put("Location: Berlin", { y: 686 }), put("About us", { y: 672 }), put("We plan routes.", { y: 658 })], ["text: Senior ML Engineer", "text: Location: Berlin", "text: About us", "text: We plan routes."]],
    ["items without bullets", [put(long("Train"), { y: 700 }), put(long("Serve"), { y: 686 }), put(long("Measure"), { y: 672 })], [`text: ${long("Train")}`, `text: ${long("Serve")}`, `text: ${long("Measure")}`]],
    ["bullets", [put("• Train", { y: 700 }), put("• Serve", { y: 686 })], ["item: Train", "item: Serve"]],
    ["a bullet that stands alone before its text", [put("•", { y: 700 }), put("Train", { x: 70, y: 700 }), put("•", { y: 686 }), put("Serve", { x: 70, y: 686 })], ["item: Train", "item: Serve"]],
    ["numbers", [put("1. Train", { y: 700 }), put("2. Serve", { y: 686 })], ["item: Train", "item: Serve"]],
    ["lines set in", [put("We plan the routes of ships.", { y: 700 }), put("Train", { x: 80, y: 686 }), put("Serve", { x: 80, y: 672 })], ["text: We plan the routes of ships.", "item: Train", "item: Serve"]],
    ["another font", [put(long("We train"), { y: 700 }), put("Requirements", { y: 686, font: "f2" }), put(long("and we"), { y: 672 })], [`text: ${long("We train")}`, "bold: Requirements", `text: ${long("and we")}`]],
    ["a larger size", [put(long("We train"), { y: 700 }), put("Requirements", { y: 684, size: 12 }), put(long("and we"), { y: 670 })], [`text: ${long("We train")}`, "heading: Requirements", `text: ${long("and we")}`]],
    ["a wider gap", [put(long("We train"), { y: 700 }), put(long("and we"), { y: 670 })], [`text: ${long("We train")}`, `text: ${long("and we")}`]],
    ["what a colon ends", [put(long("You will do what follows from it, which is all of this")+":", { y: 700 }), put("and more of it", { y: 686 })], [`text: ${long("You will do what follows from it, which is all of this")}:`, "text: and more of it"]],
    ["rows of a table", [put("Location", { y: 700 }), put("Berlin", { x: 200, y: 700 }), put("Salary", { y: 686 }), put("a lot", { x: 200, y: 686 })], ["text: Location | Berlin", "text: Salary | a lot"]],
  ])("keeps apart: %s", (_, items, expected) => {
    expect(read(...items)).toEqual(expected);
  });

  it("puts the largest line of the first page first, where it is the largest by far", () => {
    const rest = [put("Invented Works", { y: 760 }), put(long("We train"), { y: 650 }), put(long("and we serve"), { y: 636 })];
    expect(read(...rest, put("Senior ML Engineer,", { y: 730, size: 20 }), put("Perception", { y: 706, size: 20 }))[0]).toBe("title: Senior ML Engineer,");
    expect(read(...rest, put("Senior ML Engineer", { y: 730, size: 11 }))[0]).toBe("text: Invented Works");
  });

  it("joins a title of two lines", () => {
    const title = "Senior Machine Learning Engineer,";
    expect(read(put(title, { y: 730, size: 24 }), put("Perception", { y: 702, size: 24 }), put(long("We train").slice(0, 80), { y: 650 }))[0]).toBe(`title: ${title} Perception`);
  });

  it("reads two columns one after the other, and what goes over both where it stands", () => {
    const left = ["Train models of tides", "What you will do all day", "Serve models of harbours", "Run the evaluation harness", "Measure what they say"];
    const right = ["We plan routes of ships", "About us and our ships", "We write our own software", "We are eight in all now", "We work in Berlin"];
    const items = left.flatMap((line, i) => [put(line, { y: 700 - 14 * i }), put(right[i]!, { x: 320, y: 700 - 14 * i })]);
    expect(read(put(long("Senior ML Engineer in"), { y: 740 }), ...items).map((line) => line.slice(6))).toEqual([long("Senior ML Engineer in"), ...left, ...right]);
  });

  // Hours where the work grows with the square of what a page has.
  it.each<[string, (i: number) => Item]>([
    ["begin at places of their own", (i) => put("Train", { x: i % 2 === 0 ? i * 3 : 900_000 - i * 3, y: 700 - i })],
    ["go over two columns", (i) => (i % 2 === 0 ? put("a".repeat(100), { x: 50, y: -14 * i }) : put("Train models of tides, all day", { x: i % 4 === 1 ? 50 : 320, y: -14 * (i - (i % 4)) }))],
    ["are one line", (i) => put("Train".repeat(20), { x: 50 + i * 501, y: 700 })],
  ])("reads a page of 200,000 pieces that %s", (_, piece) => {
    const lines = linesOfPage(Array.from({ length: 200_000 }, (__, i) => piece(i)), 1);
    expect(lines.reduce((units, { text }) => units + text.replaceAll(/[ |]/g, "").length, 0)).toBeGreaterThanOrEqual(1_000_000);
  });

  it("finds the right column among more left edges than it tries", () => {
    const left = Array.from({ length: 60 }, (_, i) => put("Train models of tides, all day", { x: 50 + i * 1.5, y: 900 - 14 * i }));
    const right = Array.from({ length: 60 }, (_, i) => put("We plan routes of ships, all day", { x: 320, y: 900 - 14 * i }));
    const lines = linesOfPage([...left, ...right], 1);
    expect(lines.map(({ x }) => x)).toEqual([...left, ...right].map(({ transform }) => transform[4]));
  });

  it("joins words across lines by what parts them", () => {
    const fill = long("We train").slice(0, 84);
    expect(read(put(`${fill} real-`, { y: 700 }), put("time models of ships and tides and harbours, and all that goes with them, each day", { y: 686 }))[0]).toContain("real-time");
    expect(read(put(`${fill} devel\u2010`, { y: 700 }), put("op models of ships and tides and harbours, and all that goes with them, each day", { y: 686 }))[0]).toContain("develop");
  });

  it("takes what tags say for what it is", () => {
    const [heading, first, second, label] = [{ kind: "heading" }, { kind: "item" }, { kind: "item" }, { kind: "label" }] as const;
    const items = [put("Duties", { y: 700, tag: heading }), put("9.", { y: 686, tag: label }), put(long("Train"), { x: 70, y: 686, tag: first }), put("Models", { x: 70, y: 672, tag: first }), put("Serve", { x: 70, y: 658, tag: second })];
    expect(read(...items)).toEqual(["heading: Duties", `item: ${long("Train")} Models`, "item: Serve"]);
  });

  it("is none of nothing", () => {
    expect(read()).toEqual([]);
    expect(read(put("  ", { y: 700 }))).toEqual([]);
  });
});
