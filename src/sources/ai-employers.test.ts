import { describe, expect, it } from "vitest";
import { sourceName } from "../terms/board-ref.ts";
import { aiEmployers } from "./ai-employers.ts";
import { parseBoardRef } from "./board-in.ts";
import { boards } from "./boards.ts";

describe("the list of AI employers", () => {
  const list = aiEmployers();

  it("has more than 150 boards, each once, with the address that the board has", () => {
    expect(list.length).toBeGreaterThan(150);
    expect(new Set(list.map(({ ref }) => sourceName(ref))).size).toBe(list.length);
    for (const { ref, url } of list) {
      expect(url).toBe(boards[ref.ats].address.page(ref));
      expect(parseBoardRef(url)).toEqual(ref);
    }
  });

  it("says when a board was seen, or that it was not", () => {
    for (const { seen } of list) expect(seen === null || /^202[3-6]-\d{2}-\d{2}$/.test(seen)).toBe(true);
    expect(list.filter(({ seen }) => seen !== null).length).toBeGreaterThan(100);
  });

  it("names the line that is none", () => {
    expect(() => aiEmployers("# a note\nemployer,ats,name\nAcme,ashby,acme\nBeta,monster,beta\n")).toThrow(/line 4.*"monster:beta" is no board/);
    expect(() => aiEmployers("employer,ats,name\n,ashby,acme\n")).toThrow(/names no employer/);
  });
});
