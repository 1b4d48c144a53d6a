import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { packageRoot } from "../lib/package-root.ts";
import { Scorecards } from "../terms/brief-outputs.ts";

let kept: Scorecards | null = null;

/** What is rated by layer and role, and in which conversations, from data/scorecards.yaml. */
export function scorecards(): Scorecards {
  return (kept ??= scorecardsIn(readFileSync(new URL("data/scorecards.yaml", packageRoot()), "utf8")));
}

export function scorecardsIn(text: string): Scorecards {
  const parsed = Scorecards.safeParse(parse(text));
  if (!parsed.success) throw new Error(`data/scorecards.yaml: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  return parsed.data;
}
