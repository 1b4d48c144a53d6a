import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { mostWorkers } from "../../src/cli/command.ts";
import { strata, strataHere } from "../fixtures/strata.ts";

describe("strata", () => {
  it.each([["--help"], ["-h"], ["help"], []])("explains itself with %j", async (...args: string[]) => {
    const { code, out } = await strata(args);
    expect(code).toBe(0);
    for (const word of ["read", "import", "market", "completion", "Exit codes"]) expect(out).toContain(word);
    expect(longestLine(out)).toBeLessThanOrEqual(80);
  });

  it.each(["read", "import", "market", "report", "completion"])("explains %s with examples and exit codes", async (verb) => {
    const { code, out } = await strata([verb, "--help"]);
    expect(code).toBe(0);
    for (const word of [`Usage: strata ${verb}`, "Examples", "Exit codes", "the command was not understood"]) expect(out).toContain(word);
    expect((await strataHere(["help", verb])).out).toBe(out);
    // A command is one line, however long.
    expect(longestLine(out.replaceAll(/^ {2}(?:curl|strata|source) .*$/gm, ""))).toBeLessThanOrEqual(80);
  });

  it("lists of each verb the codes that it ends with", async () => {
    expect(await codes("start", "--help")).toEqual(["0", "1", "2", "4", "5"]);
    expect(await codes("read", "--help")).toEqual(["0", "1", "2", "3", "4", "130"]);
    expect(await codes("import", "--help")).toEqual(["0", "1", "2", "3", "4", "5", "130"]);
    expect(await codes("--help")).toEqual(["0", "1", "2", "3", "4", "5", "130"]);
  });

  it("names its version", async () => {
    expect((await strata(["--version"])).out).toMatch(/^strata \d+\.\d+\.\d+\n$/);
  });

  it.each([
    [["imprt", "x"], /no "imprt"; did you mean "strata import"\?/],
    [["xyzzy"], /no "xyzzy"\n/],
    [["__proto__"], /no "__proto__"/],
    [["constructor"], /no "constructor"/],
    [["\u001b[31m"], /no "\?\[31m"/],
    [["read", "--jsno", "x"], /no option --jsno; did you mean --json\?/],
    [["read", "--workers", "0", "x"], /--workers takes a whole number from 1 to \d+, not "0"/],
    [["read", "--workers", `${mostWorkers() + 1}`, "x"], /--workers takes a whole number from 1 to \d+, not "\d+"/],
    [["import", "--workers", "9999999", "x"], /--workers takes a whole number from 1 to \d+, not "9999999"/],
    [["read", "--workers"], /--workers/],
    [["read", "--json", "--jsonl"], /one of --json and --jsonl/],
    [["import"], /give the files/],
    [["market", "weather"], /one of roles, overview, layers, skills, .*pay/],
    [["market", "prices"], /did you mean "strata market price"/],
    [["market", "--layer", "modle"], /did you mean model\?/],
    [["market", "--country", "Germany"], /--country Germany: a country is two letters/],
    [["market", "--since", "2025-13-01"], /--since: no day is written "2025-13-01"; write it as in/],
    [["market", "roles", "--by", "country"], /--by is for/],
    [["market", "skills", "--limit", "x"], /--limit x: must be a whole number from 1/],
    [["market", "--since", "2026-01-01", "--until", "2025-12-31"], /--since 2026-01-01: is after until 2025-12-31: no day lies between them/],
    [["market", "--since", "2026-05", "--until", "2025-01"], /--since: no day is written "2026-05"; write it as in 2025-10-31; --until: no day is written "2025-01"; write it as in 2025-10-31\n/],
    [["market", "--title", " "], /--title needs a value: --title WORDS/],
    ...(["employer", "skill", "city", "country", "region", "role", "layer"] as const).map((name): [string[], RegExp] => [["market", `--${name}`, ""], new RegExp(`--${name} needs a value: --${name} [A-Z]+`)]),
    [["market", "--skill", "python", "--skill", ""], /--skill needs a value: --skill SKILL/],
    [["market", "--employer", " , "], /--employer needs a value: --employer NAME/],
    [["report", "--quarter", "2025Q4", "--regions", ""], /--regions needs a value: --regions REGION/],
    [["report", "--quarter", "2025Q4", "--format", ""], /--format needs a value: --format FORM/],
    [["brief", "x.txt", "--place", ""], /--place needs a value: --place PLACE/],
    [["market", "--data", ""], /--data needs a value: --data DIR/],
    [["market", "--parquet", ""], /--parquet needs a value: --parquet FILE/],
    [["report", "--quarter", "2025Q4", "-o", ""], /--out needs a value: --out DIR/],
    [["import", "--source", "", "x"], /--source needs a value: --source NAME/],
    [["import", "--columns", "--json", "x"], /one of --columns and --json/],
    [["read", ""], /one of the words given is empty/],
    [["read", "--workers", "2", "x.html"], /--workers is for JSON Lines/],
    [["read", "--workers", "2", "--jsonl", "x.html"], /--workers is for JSON Lines/],
    [["read", "--with-text", "x.html"], /--with-text goes with --json or --jsonl/],
    [["brief", "x.txt", "--employees", "5", "--employees-there", "6"], /--employees-there 6: is more than the employees in all, 5/],
    [["brief", "x.txt", "--employees", "99999999"], /--employees 99999999: takes 10,000,000 at most/],
    [["start", "my-market"], /takes options only, not "my-market"; a market is named with --data DIR/],
    [["completion", "tcsh"], /bash, zsh or fish/],
    [["completion", "bash", "zsh"], /give one shell/],
  ])("does not understand %j", async (args, message) => {
    const { code, out, err } = await strataHere(args);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it("completes verbs, options and their words in bash", async () => {
    const { code, out } = await strata(["completion", "bash"]);
    expect(code).toBe(0);
    const complete = (words: string[]): string[] => {
      const script = `${out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _strata; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.trim().split("\n");
    };
    expect(complete(["strata", "im"])).toEqual(["import"]);
    expect(complete(["strata", "market", "--se"])).toEqual(["--seniority"]);
    expect(complete(["strata", "market", "--layer", "gov"])).toEqual(["governance"]);
  });

  it.each(["zsh", "fish"])("prints a completion for %s", async (shell) => {
    const { code, out } = await strata(["completion", shell]);
    expect(code).toBe(0);
    expect(out).toContain("seniority");
  });
});

/** The exit codes that a help lists. */
async function codes(...args: string[]): Promise<string[]> {
  return [...(await strataHere(args)).out.split("Exit codes")[1]!.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => code!);
}

function longestLine(text: string): number {
  return Math.max(...text.split("\n").map((one) => one.length));
}
