import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { packageRoot } from "../lib/package-root.ts";
import { TransparencyRule } from "../terms/transparency.ts";

let kept: readonly TransparencyRule[] | null = null;

/** The dated rules on pay in postings, one file a jurisdiction. A file that is not as it should be is named. */
export function transparencyRules(folder = new URL("data/rules/pay-transparency/", packageRoot())): readonly TransparencyRule[] {
  kept ??= readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => ruleIn(readFileSync(new URL(name, folder), "utf8"), name));
  return kept;
}

/** One file: `ruleIn("id: us-co\n…", "us-co.yaml")`. Throws with the file's name and what is wrong in it. */
export function ruleIn(text: string, name: string): TransparencyRule {
  const parsed = TransparencyRule.safeParse(parse(text));
  if (!parsed.success) throw new Error(`data/rules/pay-transparency/${name}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  if (`${parsed.data.id}.yaml` !== name) throw new Error(`data/rules/pay-transparency/${name}: its id is "${parsed.data.id}"`);
  return parsed.data;
}
