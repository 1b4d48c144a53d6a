import type { Environment } from "../../terms/environment.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const environmentLexicon: Lexicon = { kind: "environment", entries: { stack: ["(our|the|your|current|tech|technology|technical|technological|data|ai|ml|backend|frontend|modern) stack", "tech stack", "technologies we use", "tools we use", "tools you ll use", "technologies you ll use", "environnement technique", "stack technique", "unser stack", "onze stack"] } };

export function readEnvironment(_doc: Document): Environment[] {
  return [];
}
