import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeInventedMarket } from "../fixtures/invented-market.ts";
import { strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let out: string;
const removes: (() => void)[] = [];
beforeAll(async () => {
  const [data, reports] = [tempDir(), tempDir()];
  removes.push(data.remove, reports.remove);
  [dir, out] = [data.dir, reports.dir];
  await makeInventedMarket(dir);
});
afterAll(() => removes.forEach((remove) => remove()));

const report = (...args: string[]) => strata(["report", "--data", dir, "-o", out, ...args]);

describe("strata report", () => {
  it("writes Markdown, HTML and PDF into a folder of its own, and says where", async () => {
    const { code, out: said, err } = await report("--quarter", "2025q3", "--regions", "us,uk");
    const folder = join(out, "market-2025Q3-us-uk");
    expect({ code, err, said }).toEqual({ code: 0, err: "", said: `${["md", "html", "pdf"].map((form) => join(folder, `report.${form}`)).join("\n")}\n` });
    expect(readdirSync(folder).toSorted()).toEqual(["figures", "report.html", "report.md", "report.pdf"]);
  });

  it("touches nobody else's files, and says which forms are not of this run", async () => {
    const folder = join(out, "market-2025Q3-us-uk");
    mkdirSync(join(folder, "sub"), { recursive: true });
    for (const file of [join("sub", "precious.txt"), "my-notes.txt"]) writeFileSync(join(folder, file), "precious");
    for (const form of ["html", "md"]) {
      const { code, out: said } = await report("--quarter", "2025Q3", "--regions", "us,uk", "--format", form);
      expect({ code, said }).toEqual({ code: 0, said: `${join(folder, `report.${form}`)}\n` });
    }
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["figures", "my-notes.txt", "report.html", "report.md", "sub"]));
    for (const file of [join("sub", "precious.txt"), "my-notes.txt"]) expect(readFileSync(join(folder, file), "utf8")).toBe("precious");
    expect((await report("--quarter", "2025Q3", "--regions", "us,uk", "--format", "md")).err).toMatch(/^strata report: not of this run, and left as it was: report\.html(?:, report\.pdf)?\n$/);
  });

  it("writes nothing of an empty quarter, and says so", async () => {
    const { code, out: said, err } = await report("--quarter", "2031Q1", "--regions", "uk", "--format", "md");
    expect({ code, said }).toEqual({ code: 4, said: "" });
    expect(err).toContain("No AI vacancy of 2031-01-01 to 2031-03-31 in uk stands in this market: nothing is written.");
    expect(existsSync(join(out, "market-2031Q1-uk"))).toBe(false);
  });

  it.each([
    [[], /give the quarter: --quarter 2025Q4/],
    [["--quarter", "2025"], /a quarter is written as in 2025Q4/],
    [["--quarter", "0099Q1"], /a quarter is written as in 2025Q4/],
    [["--quarter", "2025Q4", "--regions", "mars"], /--regions mars: "mars" is not one of us, uk/],
    [["--quarter", "2025Q4", "--format", "docx"], /--format docx/],
    [["--quarter", "2025Q4", "us"], /takes options only/],
  ])("refuses %j", async (args, why) => {
    const { code, err } = await strataHere(["report", "--data", dir, "-o", out, ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });

  it("leaves nothing where it cannot write, and nothing of a market that is not there", async () => {
    const file = join(out, "a-file");
    writeFileSync(file, "");
    expect(await strata(["report", "--quarter", "2025Q3", "--data", dir, "-o", file])).toMatchObject({ code: 4, err: expect.stringContaining("is a file, not a directory") });
    expect(await strata(["report", "--quarter", "2025Q3", "--data", join(out, "none"), "-o", out])).toMatchObject({ code: 4, err: expect.stringContaining("There is no market") });
    expect(existsSync(join(out, "market-2025Q3"))).toBe(false);
  });

  it.each([
    ["a-file/sub", "a-file", "file"],
    ["taken", "taken/market-2025Q3", "file"],
    ["part", "part/market-2025Q3/figures", "file"],
    ["folder", "folder/market-2025Q3/report.pdf", "directory"],
    ["drawn", "drawn/market-2025Q3/figures/time-open.svg", "directory"],
  ])("names what stands in its way under %s, and touches nothing", async (under, inTheWay, is) => {
    const path = join(out, "in-the-way", inTheWay);
    mkdirSync(is === "file" ? join(path, "..") : path, { recursive: true });
    if (is === "file") writeFileSync(path, "precious");
    const before = readdirSync(join(out, "in-the-way"), { recursive: true });
    const { code, err } = await strataHere(["report", "--quarter", "2025Q3", "--data", dir, "-o", join(out, "in-the-way", under)]);
    expect(code).toBe(4);
    expect(err).toContain(`${path} is a ${is}, ${is === "file" ? "not a directory" : "where the report has a file"}. Move it away, or give another directory with -o DIR.`);
    expect(readdirSync(join(out, "in-the-way"), { recursive: true })).toEqual(before);
  });
});
