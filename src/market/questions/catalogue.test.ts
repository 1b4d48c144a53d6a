import { describe, expect, it } from "vitest";
import { questionNames, questionOf } from "./catalogue.ts";
import { fileColumns } from "./columns.ts";
import { sqlWithValues } from "./sql.ts";

describe.each(questionNames)("%s", (name) => {
  const { asks, flags, columns, notes, about } = questionOf(name);
  /** What must be given: the value whose place is asked. */
  const needed = name === "standing" ? { value: "150000" } : {};

  it("has a flag for each of its parameters, and needs none but that whose place is asked", () => {
    expect(Object.keys(flags).toSorted()).toEqual(Object.keys(asks.shape).toSorted());
    expect(asks.safeParse(needed).success).toBe(true);
    expect(asks.safeParse({}).success).toBe(name !== "standing");
  });

  it("refuses choices that its flags do not name", () => {
    for (const [flag, { choices }] of Object.entries(flags)) {
      if (choices === undefined) continue;
      for (const choice of choices) expect(asks.safeParse({ ...needed, [flag]: choice }).success, `${flag} ${choice}`).toBe(true);
      expect(asks.safeParse({ ...needed, [flag]: "no such thing" }).success, flag).toBe(false);
    }
  });

  it("has columns with names of their own, and words that fit a terminal", () => {
    const names = fileColumns(columns).map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((one) => !/^[a-z][a-z0-9_]*$/.test(one))).toEqual([]);
    expect(notes.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(about.length).toBeLessThanOrEqual(100);
  });
});

describe("the query with its values", () => {
  it("writes texts and numbers as literals, the longer name whole", () => {
    expect(sqlWithValues({ sql: "a = $a1 AND b = $a10 AND c = '$'", values: { a1: "it's", a10: 5 } })).toBe("a = 'it''s' AND b = 5 AND c = '$';");
  });

  it("does not take a value for a name", () => {
    expect(sqlWithValues({ sql: "a = $a AND b = $b", values: { a: "$b", b: "x" } })).toBe("a = '$b' AND b = 'x';");
  });
});
