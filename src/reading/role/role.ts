import type { Layer, Mix } from "../../terms/layer.ts";
import type { LayerSentence, RoleFinding } from "../../terms/reading.ts";
import type { Document } from "../document.ts";

export type RoleReading = { role: RoleFinding; layer: Layer | null; mix: Mix | null; conflation: number | null; sentences: LayerSentence[] };

export function readRole(_doc: Document): RoleReading {
  return { role: { value: null, runnerUp: null, margin: 0, confidence: 0, because: "no model yet", evidence: [] }, layer: null, mix: null, conflation: null, sentences: [] };
}
