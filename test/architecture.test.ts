import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { findFiles, findModules, folderOf, type Import, type Module, root } from "./modules.ts";

type Rule = { may: string[]; types?: string[]; packages: string[]; node: boolean };

/** Who may import whom: `may` other folders of src, `types` only their types, `packages` of npm, `node`: Node's own modules. A new folder needs a row, and a changed row a decision. */
const table: Record<string, Rule> = {
  lib: { may: [], packages: [], node: false },
  terms: { may: ["lib"], packages: ["zod"], node: false },
  reading: { may: ["terms", "lib"], packages: [], node: false },
  sources: { may: ["terms", "lib"], packages: ["zod", "csv-parse", "htmlparser2", "hyparquet", "hyparquet-compressors", "saxes", "undici", "pdfjs-dist", "mammoth"], node: true },
  market: { may: ["terms", "reading", "sources", "lib"], packages: ["zod", "@duckdb/node-api", "yaml", "ml-matrix", "csv-parse"], node: true },
  brief: { may: ["terms", "reading", "lib"], packages: [], node: false },
  briefing: { may: ["terms", "lib", "reading", "brief", "market", "report"], packages: ["yaml"], node: true },
  opinion: { may: ["terms", "sources"], packages: ["zod", "@ai-sdk/openai-compatible"], node: true },
  report: { may: ["terms", "lib", "market"], packages: ["@observablehq/plot", "linkedom", "pdfmake"], node: true },
  server: { may: ["terms", "lib", "reading", "sources", "market", "brief", "briefing", "opinion"], packages: ["zod", "hono", "@hono/*"], node: true },
  cli: { may: ["terms", "lib", "reading", "sources", "market", "brief", "briefing", "opinion", "report", "server"], packages: ["zod"], node: true },
  web: { may: ["terms", "reading", "brief", "lib"], types: ["server"], packages: ["react", "react-dom", "hono", "@codemirror/*", "@mantine/*", "@tanstack/*", "@observablehq/plot", "diff"], node: false },
};

/** Only these may know them: the reason why the rest can be tested without. */
const keepers: Record<string, string> = { "@ai-sdk/openai-compatible": "opinion", "@duckdb/node-api": "market", "@hono/zod-openapi": "server", react: "web" };

const document = join(root, "ARCHITECTURE.md");
const modules = findModules();
const sources = modules.filter((module) => !/\.test\.tsx?$|\.config\.ts$/.test(module.path));

describe("imports", () => {
  test("every folder of src has a row", () => {
    const folders = new Set(modules.map((module) => module.folder).filter((folder) => folder !== ""));
    expect([...folders].filter((folder) => !(folder in table))).toEqual([]);
    expect(Object.values(table).flatMap(({ may, types = [] }) => [...may, ...types]).filter((folder) => !(folder in table))).toEqual([]);
  });

  test.runIf(existsSync(document))("ARCHITECTURE.md shows this table", () => {
    const shown = readTable(readFileSync(document, "utf8"));
    expect(shown).toEqual(Object.fromEntries(Object.entries(table).map(([folder, { may, types = [] }]) => [folder, [...may, ...types].toSorted()])));
  });

  test.each(Object.entries(table))("%s imports what it may", (folder, rule) => {
    const wrong = sources.filter((module) => module.folder === folder).flatMap((module) => module.imports.filter((one) => !allowed(rule, folder, one)));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("a package has one keeper where the house says so", () => {
    const wrong = sources.flatMap((module) => module.imports.filter(({ to }) => to in keepers && keepers[to] !== module.folder));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("DuckDB is loaded by src/market/duckdb.ts, which says why", () => {
    const wrong = sources.flatMap((module) => module.imports.filter(({ to, typeOnly }) => to === "@duckdb/node-api" && !typeOnly));
    expect([...new Set(wrong.map(({ from }) => from))]).toEqual(["src/market/duckdb.ts"]);
  });

  test("there are no cycles", () => {
    expect(findCycle(sources)).toEqual([]);
  });

  test("a path names a file that there is", () => {
    const missing = modules.flatMap((module) => module.imports.filter(({ to }) => to.startsWith(".") && !existsSync(join(root, dirname(module.path), to))));
    expect(missing).toEqual([]);
  });
});

describe("sizes", () => {
  const lengths = sources.map((module) => module.lines).toSorted((a, b) => a - b);

  test("the median file has at most 120 lines, nine in ten at most 350", () => {
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(120);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(350);
  });

  test("none has more than 800", () => {
    expect(sources.filter((module) => module.lines > 800).map((module) => module.path)).toEqual([]);
  });
});

describe("style", () => {
  const tests = findFiles("test").filter((path) => path !== "test/architecture.test.ts");
  const all = [...modules, ...tests.map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }))];

  test.each([
    ["enum", /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/m],
    ["namespace", /^\s*(?:export\s+)?(?:declare\s+)?namespace\s+\w/m],
    ["module mocks", /\bvi\.(?:mock|doMock)\(/],
    ["triple-slash references", /^\/\/\/\s*<reference/m],
  ])("no %s", (_, pattern) => {
    expect(all.filter(({ path, source }) => pattern.test(source) && !path.endsWith("environment.d.ts")).map(({ path }) => path)).toEqual([]);
  });

  test("no default exports but of routes and configuration", () => {
    expect(all.filter(({ path, source }) => /^export default\b/m.test(source) && !mayDefault(path)).map(({ path }) => path)).toEqual([]);
  });

  test("no barrels but the package's entry", () => {
    expect(modules.filter(isBarrel).map(({ path }) => path)).toEqual([]);
  });

  test("lint keeps what a pattern cannot tell", () => {
    const { rules } = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8")) as { rules: Record<string, unknown> };
    expect(rules).toMatchObject({ "no-explicit-any": "error", "import/no-default-export": "error", "import/no-cycle": "error" });
  });

  test("no file is called after nothing", () => {
    expect(modules.map(({ path }) => path).filter((path) => /^(?:utils?|helpers?|managers?|data|misc|common)\.tsx?$/.test(basename(path)))).toEqual([]);
  });
});

function mayDefault(path: string): boolean {
  return /(?:^|\/)routes\/|\.config\.ts$/.test(path);
}

function isBarrel({ path, source }: Module): boolean {
  const declares = /^(?:export )?(?:async )?(?:const|function|class|type|let)\b/m.test(source);
  return path !== "src/index.ts" && /^export\b.*\bfrom "/m.test(source) && !declares;
}

function allowed({ may, types = [], packages, node }: Rule, folder: string, { from, to, typeOnly }: Import): boolean {
  if (to.startsWith("node:")) return node;
  if (!to.startsWith(".")) return packages.some((name) => to === name || to.startsWith(name.endsWith("/*") ? name.slice(0, -1) : `${name}/`));
  const target = relative(root, join(root, dirname(from), to));
  if (target.startsWith("data/")) return true;
  const other = folderOf(target);
  return other === folder || may.includes(other) || (typeOnly && types.includes(other));
}

/** The first circle of modules that need each other to be loaded, or nothing. */
function findCycle(all: Module[]): string[] {
  const byPath = new Map(all.map((module) => [module.path, module]));
  const done = new Set<string>();
  const visit = (path: string, above: string[]): string[] => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { to, typeOnly, lazy } of byPath.get(path)?.imports ?? []) {
      if (typeOnly || lazy || !to.startsWith(".")) continue;
      const cycle = visit(join(dirname(path), to), [...above, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of all) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** The rows "| `market` | `terms`, `reading`, `lib` | … |" of the document. */
function readTable(markdown: string): Record<string, string[]> {
  const rows = markdown.matchAll(/^\| `(\w+)` \|([^|]*)\|/gm);
  return Object.fromEntries([...rows].map(([, folder, may]) => [folder!, [...may!.matchAll(/`(\w+)`/g)].map(([, name]) => name!).toSorted()]));
}
