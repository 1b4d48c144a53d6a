import { descriptionPage } from "../../brief/outputs/html.ts";
import { interviewsMarkdown, scorecardMarkdown } from "../../brief/outputs/interviews.ts";
import { makeOutputs } from "../../brief/outputs/outputs.ts";
import { hiddenSays } from "../../brief/seen.ts";
import { likelyText } from "../../brief/role.ts";
import { noPlace, placesNamed } from "../../brief/transparency/places.ts";
import { scorecards } from "../../briefing/scorecards.ts";
import { onePosting } from "../../sources/documents/one-posting.ts";
import type { BriefOutputs } from "../../terms/brief-outputs.ts";
import { type Brief, BriefOptions } from "../../terms/brief.ts";
import { Role } from "../../terms/role.ts";
import type { Posting } from "../../terms/posting.ts";
import { refusals } from "../../terms/refusal.ts";
import { askBriefs } from "../brief/ask-brief.ts";
import { compareBriefs } from "../brief/compare.ts";
import { prettyBrief } from "../brief/pretty-brief.ts";
import { asOption, type Command, dataDir, dataOption, type Given, put, type Shell, Unavailable, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { bytesOf, fileProblem } from "../files.ts";
import type { Look } from "../pretty.ts";
import { hasColour, painter, printable } from "../terminal.ts";

const forms = ["json", "markdown", "html", "json-ld", "interviews"] as const;

export const briefCommand: Command = {
  verb: "brief",
  about: "Reads a job description as a careful candidate would: title against content, several roles in one, pay, rules on pay by place, what it does not say, and what its requirements cost in the market. Takes PDF, Word (.docx), web pages, text and JSON.",
  usage: ["FILE|URL|- [options]", "FILE --against FILE [options]"],
  options: [
    { name: "against", value: "FILE", about: "set a second description beside it" },
    { name: "place", value: "PLACE", many: true, about: "where it is meant for, in place of what it says: US-CO, DE, \"Denver\"" },
    { name: "role", value: "ROLE", choices: Role.options, about: "the role that is meant, in place of what it reads as: scorecard, interviews and figures are made for it" },
    { name: "employees", value: "N", about: "employees in all: rules on pay hold from a size on" },
    { name: "employees-there", value: "N", about: "employees in that place" },
    { name: "json", about: "print everything as JSON" },
    { name: "markdown", about: "print a cleaner description: the author's sentences in order, gaps marked" },
    { name: "html", about: "the same as a web page" },
    { name: "json-ld", about: "the same as schema.org JobPosting; what is missing is said beside" },
    { name: "interviews", about: "print a scorecard of evidence and a plan of interviews, as Markdown" },
    { name: "allow-private", about: "read addresses of this machine's own network too" },
    dataOption,
  ],
  examples: [
    ["strata brief description.docx", "what to mend, with the words it is about"],
    ["strata brief posting.html --place US-CO --employees 40", "with the rules of Colorado for an employer of 40"],
    ["pbpaste | strata brief - --markdown > better.md", "from the clipboard"],
    ["strata brief old.md --against new.md", "two versions side by side"],
  ],
  ends: [exit.unavailable, exit.held],
  run: brief,
};

async function brief(given: Given, shell: Shell): Promise<number> {
  const [path, ...more] = given.operands;
  if (path === undefined) throw new UsageError("give a file, an address, or - for standard input");
  if (more.length > 0) throw new UsageError("a brief is of one description; give the second with --against");
  if (forms.filter((form) => given.is(form)).length > 1) throw new UsageError(`give one of ${forms.map((form) => `--${form}`).join(", ")}`);
  const against = given.one("against");
  if (against !== null && forms.some((form) => form !== "json" && given.is(form))) throw new UsageError("--against goes with the findings or --json");
  const options = optionsOf(given);
  const paths = [path, ...(against === null ? [] : [against])];
  const postings: Posting[] = [];
  const notice = (what: string): boolean => shell.err.write(`strata brief: ${printable(what)}\n`);
  for (const one of paths) postings.push(await postingAt(one, given, shell));
  const briefs = await askBriefs(postings, options, dataDir(given, shell), shell.now(), notice);
  for (const [i, { hidden }] of briefs.entries()) if (hidden.length > 0) notice(`${against === null ? "" : `${paths[i]!}: `}${hiddenSays(hidden)}`);
  await put(shell.out, textOf(briefs, given, shell));
  return exit.ok;
}

function optionsOf(given: Given): BriefOptions {
  const count = (name: string): number | null => {
    const text = given.one(name);
    if (text === null) return null;
    if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}"`);
    return Number(text);
  };
  for (const place of given.all("place")) if (placesNamed(place).length === 0) throw new UsageError(`--place: ${noPlace(place)}`);
  const options = { place: given.all("place"), employees: count("employees"), employeesThere: count("employees-there"), role: roleIn(given) };
  const parsed = BriefOptions.safeParse(options);
  if (!parsed.success) throw new UsageError(refusals(parsed.error, options, asOption).join("; "));
  return parsed.data;
}

function roleIn(given: Given): Role | null {
  const text = given.one("role");
  if (text === null) return null;
  const role = Role.safeParse(text).data;
  if (role === undefined) throw new UsageError(`--role takes one role, not "${text}"`);
  return role;
}

async function postingAt(path: string, given: Given, shell: Shell): Promise<Posting> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) {
    const { fetchBody } = await import("../../sources/guard.ts");
    const { url, body } = await fetchBody(path, { allowPrivate: given.is("allow-private") });
    return await onePosting(body, { name: url, url });
  }
  const name = path === "-" ? "standard input" : path;
  try {
    return await onePosting(path === "-" ? (shell.in as AsyncIterable<Uint8Array>) : bytesOf(path), { name });
  } catch (error) {
    const problem = fileProblem(error, name);
    if (problem === null) throw error;
    throw new Unavailable(`${problem.where}: ${problem.reason}; ${problem.detail}`, { cause: error });
  }
}

/** Scorecard and interviews; what is in their way, where they cannot be made. */
function ratingText({ likely }: Brief, { scorecard, interviews }: BriefOutputs): string {
  const card = scorecardMarkdown(scorecard);
  if (card !== null) return `${card}\n${interviewsMarkdown(interviews, scorecard)}`;
  if (likely.length === 0) throw new Unavailable("what the work is cannot be told from the text, so that there is nothing to rate; say it with --role");
  throw new Unavailable(`by content it may be ${likelyText(likely)}, too unsure to rate people by; say which it is with --role, as ${likely.map(({ role }) => role).join(", ")} or another`);
}

function textOf(briefs: readonly Brief[], given: Given, shell: Shell): string {
  const [first, second] = briefs;
  if (given.is("json")) return `${JSON.stringify(second === undefined ? { brief: first, outputs: makeOutputs(first!, scorecards()) } : briefs.map((one) => ({ brief: one, outputs: makeOutputs(one, scorecards()) })), null, 2)}\n`;
  const look: Look = { paint: painter(hasColour(shell)), width: Math.max(40, Math.min(100, shell.out.columns || 80)), marks: !hasColour(shell) };
  if (second !== undefined) return `${compareBriefs(first!, second, look)}\n`;
  if (!forms.some((form) => given.is(form))) return `${prettyBrief(first!, look)}\n`;
  const outputs = makeOutputs(first!, scorecards());
  if (given.is("markdown")) return outputs.markdown;
  if (given.is("html")) return descriptionPage(outputs.description, first!.reading.language);
  if (given.is("interviews")) return ratingText(first!, outputs);
  for (const { field, why } of outputs.jsonLd.gaps) shell.err.write(`strata brief: ${field}: ${printable(why)}\n`);
  return `${JSON.stringify(outputs.jsonLd.document, null, 2)}\n`;
}
