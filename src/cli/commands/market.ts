import { PayBy } from "../../market/questions/pay.ts";
import { Layer } from "../../terms/layer.ts";
import { Region } from "../../terms/place.ts";
import { roles } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { ask, type QuestionName } from "../ask.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { marketCsv } from "../market-csv.ts";
import { marketTable } from "../market-table.ts";
import { hasColour, painter } from "../terminal.ts";

const names: readonly QuestionName[] = ["roles", "layers", "skills", "pay"];
const filters = ["region", "country", "role", "layer", "seniority", "since", "currency"];

export const marketCommand: Command = {
  verb: "market",
  about: "Answers from the market: which roles the postings are by their content, how the work spreads over the layers, which skills they name, what they pay. Every figure with its n.",
  usage: ["[roles|layers|skills|pay] [options]"],
  options: [
    { name: "region", value: "REGION", many: true, choices: Region.options, about: `only postings there: ${Region.options.join(", ")}` },
    { name: "country", value: "CODE", many: true, about: "only postings in these countries: two letters, as in US or DE" },
    { name: "role", value: "ROLE", many: true, choices: roles.map((role) => role.id), about: "only these roles" },
    { name: "layer", value: "LAYER", many: true, choices: Layer.options, about: `only these layers: ${Layer.options.join(", ")}` },
    { name: "seniority", value: "LEVEL", many: true, choices: Seniority.options, about: `only these levels: ${Seniority.options.join(", ")}` },
    { name: "since", value: "DAY", about: "only postings of this day or later, as in 2025-10-31" },
    { name: "currency", value: "CODE", about: "pay stated in this currency (roles, layers: else the most common one)" },
    { name: "by", value: "GROUP", choices: PayBy.options, about: "pay: by role (else), layer, seniority or country" },
    { name: "limit", value: "N", about: "skills: so many (else 50)" },
    { name: "json", about: "print JSON, with the query behind it" },
    { name: "csv", about: "print CSV" },
    dataOption,
  ],
  examples: [
    ["strata market", "roles: postings, employers, share, pay, top skills"],
    ["strata market skills --layer evaluation --country US,GB", "what evaluation work asks for in two countries"],
    ["strata market pay --by seniority --role ml-engineer --currency EUR", "pay of one role by level"],
    ["strata market roles --since 2025-10-01 --csv > roles.csv", "for a spreadsheet"],
  ],
  ends: [exit.unavailable, exit.held],
  run: answer,
};

async function answer(given: Given, shell: Shell): Promise<number> {
  const [name = "roles", ...more] = given.operands;
  if (!names.includes(name as QuestionName) || more.length > 0) throw new UsageError(`ask for one of ${names.join(", ")}, not "${given.operands.join(" ")}"`);
  if (given.is("json") && given.is("csv")) throw new UsageError("give one of --json and --csv");
  const question = name as QuestionName;
  const asked: Record<string, string | string[]> = Object.fromEntries(filters.map((filter) => [filter, filter === "since" || filter === "currency" ? (given.one(filter) ?? []) : given.all(filter)]).filter(([, value]) => value!.length > 0));
  refuseForeign(given, question);
  if (question === "pay" && given.one("by") !== null) asked.by = given.one("by")!;
  if (question === "skills" && given.one("limit") !== null) asked.limit = given.one("limit")!;
  const { answer: found, notices } = await ask(question, asked, dataDir(given, shell));
  for (const notice of notices) shell.err.write(`strata market: ${notice}\n`);
  if (given.is("json")) await put(shell.out, `${JSON.stringify(found, null, 2)}\n`);
  else if (given.is("csv")) await put(shell.out, `${marketCsv(question, found)}\r\n`);
  else await put(shell.out, `${marketTable(question, found, painter(hasColour(shell)))}\n`);
  return exit.ok;
}

function refuseForeign(given: Given, question: QuestionName): void {
  if (given.one("by") !== null && question !== "pay") throw new UsageError("--by is for: strata market pay");
  if (given.one("limit") !== null && question !== "skills") throw new UsageError("--limit is for: strata market skills");
}
