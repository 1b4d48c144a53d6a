import { z } from "zod";

/** The five execution layers, bottom to top. A layer's place in this list is its index in every mix. */
export const layers = ["infrastructure", "evaluation", "product", "model", "governance"] as const;

export const MixLayer = z.enum(layers);
export type MixLayer = z.infer<typeof MixLayer>;

/** A role's own layer: one of the five, or work that is not AI engineering. */
export const Layer = z.enum([...layers, "outside"]);
export type Layer = z.infer<typeof Layer>;

/** Shares over the five layers, 0..1, summing to 1. */
export const Mix = z.record(MixLayer, z.number());
export type Mix = z.infer<typeof Mix>;
