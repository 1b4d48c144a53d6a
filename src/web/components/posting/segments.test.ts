import { array, assert, nat, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { textParts } from "../../../reading/text-parts.ts";
import type { Finding } from "./findings.ts";
import { blocksOf, blocksUpTo, blocksWithin, piecesOf, segmentsOf } from "./segments.ts";

function finding(id: string, ...spans: [number, number][]): Finding {
  return { id, name: id, value: "", style: { fact: "stated" }, confidence: null, because: null, evidence: spans.map(([start, end]) => ({ start, end, text: "" })) };
}

describe("segmentsOf", () => {
  const text = "Own serving on Kubernetes today";

  test("cuts where a finding begins or ends, the shortest first where several stand", () => {
    const pieces = piecesOf([finding("work", [0, 25]), finding("skill", [15, 25])], text);
    expect(segmentsOf(text, 0, text.length, pieces).map(({ text: run, findings, begins }) => [run, findings, begins])).toEqual([
      ["Own serving on ", ["work"], ["work"]],
      ["Kubernetes", ["skill", "work"], ["skill"]],
      [" today", [], []],
    ]);
  });

  test("a finding that runs over two lines begins once more on the second", () => {
    const pieces = piecesOf([finding("work", [0, 31])], text);
    expect(segmentsOf(text, 4, 11, pieces)).toMatchObject([{ text: "serving", begins: ["work"] }]);
  });

  test("evidence outside the text, or of no length, marks nothing", () => {
    expect(piecesOf([finding("a", [-1, 3], [3, 3], [5, 2], [20, 99])], text).all).toEqual([]);
  });

  test("whatever overlaps, the segments are the text, and each is under the findings that cover it", () => {
    const span = tuple(nat(31), nat(31));
    assert(
      property(array(span, { maxLength: 12 }), (spans) => {
        const findings = spans.map((at, i) => finding(`f${i}`, at));
        const segments = segmentsOf(text, 0, text.length, piecesOf(findings, text));
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        for (const segment of segments) {
          const covering = spans.flatMap(([start, end], i) => (start < end && end <= text.length && start <= segment.start && end >= segment.end ? [`f${i}`] : []));
          expect(segment.findings.toSorted()).toEqual(covering.toSorted());
        }
      }),
    );
  });
});

describe("long texts", () => {
  const lines = 100_000;
  const text = `T\n\n\n\n${"Python here\n".repeat(lines)}`;
  const at = Array.from({ length: lines }, (_, i): [number, number] => [5 + i * 12, 11 + i * 12]);

  test("a hundred thousand lines with a mark each are cut by looking at each mark a few times, not at all of them for each line", () => {
    const pieces = piecesOf([finding("python", ...at)], text);
    let looked = 0;
    const counted = { all: new Proxy(pieces.all, { get: (all, name, self) => (looked++, Reflect.get(all, name, self) as unknown) }), reach: pieces.reach };
    expect(segmentsOf(text, 5 + 50_000 * 12, 5 + 50_001 * 12, counted)).toMatchObject([{ text: "Python", begins: ["python"] }, { text: " here\n" }]);
    expect(looked).toBeLessThan(100);
  });

  test("as many blocks as the budget has, and those up to a place", () => {
    const blocks = blocksOf(text, 5, []);
    const pieces = piecesOf([finding("python", ...at)], text);
    expect(blocks).toHaveLength(lines);
    expect(blocksWithin(blocks, pieces, 100_000)).toBe(452);
    expect(blocksWithin(blocks, pieces, 1)).toBe(1);
    expect(blocksWithin(blocks.slice(0, 10), pieces, 100_000)).toBe(10);
    expect(blocksUpTo(blocks, 5)).toBe(1);
    expect(blocksUpTo(blocks, 5 + 12 * 999)).toBe(1000);
  });

  test("a line of megabytes is shown in parts that are the line again", () => {
    const long = `T\n\n\n\n${"x".repeat(50_001)}`;
    const blocks = blocksOf(long, 5, []);
    expect(blocks).toHaveLength(3);
    expect(blocks.map((block) => (block.kind === "text" ? long.slice(block.start, block.end) : "")).join("")).toBe("x".repeat(50_001));
  });
});

describe("blocksOf", () => {
  const text = "Title\n\nPlace\n\nWe run models.\nWhat you will do\n- Serve them\n- Measure them\nOur way\n- Slowly\nWe pay well.\nApply now";
  const { bodyStart } = textParts(text);
  const lines = (section: { start: number; end: number }) => text.slice(section.start, section.end);

  test("headings, paragraphs and lists", () => {
    const blocks = blocksOf(text, bodyStart, [{ section: "responsibilities", start: text.indexOf("What you") }]);
    expect(blocks.map((block) => (block.kind === "list" ? block.items.map(lines) : `${block.kind}: ${lines(block)}`))).toEqual([
      "text: We run models.",
      "heading: What you will do",
      ["Serve them", "Measure them"],
      "heading: Our way",
      ["Slowly"],
      "text: We pay well.",
      "text: Apply now",
    ]);
  });

  test("a section that opens inside a paragraph, or with a long line, makes no heading", () => {
    const prose = `T\n\n\n\nRequirements: ${"many words ".repeat(12)}`;
    expect(blocksOf(prose, 5, [{ section: "requirements", start: 5 }])).toMatchObject([{ kind: "text" }]);
    expect(blocksOf("T\n\n\n\nWe do. Requirements: none.", 5, [{ section: "requirements", start: 12 }])).toMatchObject([{ kind: "text" }]);
  });

  test("signs that stand for list items make lists too; a dash inside a line does not", () => {
    expect(blocksOf("T\n\n\n\n• One\n• Two\nThree - four\n-five", 5, [])).toMatchObject([{ kind: "list", items: [{}, {}] }, { kind: "text" }, { kind: "text" }]);
  });

  test("no title, no location, no description", () => {
    expect(textParts("\n\n\n\nBody")).toEqual({ title: [0, 0], location: [2, 2], bodyStart: 4 });
    expect(blocksOf("\n\n\n\n", 4, [])).toEqual([]);
  });
});
