import { z } from "zod";
import { Degree } from "./degree.ts";
import { Domain } from "./domain.ts";
import { Environment } from "./environment.ts";
import { Evidence, findingOf } from "./evidence.ts";
import { Flag } from "./flag.ts";
import { Language } from "./language.ts";
import { Layer, Mix, MixLayer } from "./layer.ts";
import { Pay } from "./pay.ts";
import { Place } from "./place.ts";
import { Role } from "./role.ts";
import { Section } from "./section.ts";
import { Seniority } from "./seniority.ts";
import { Skill } from "./skill.ts";
import { Visa } from "./visa.ts";
import { Workplace } from "./workplace.ts";

/** The role that the content describes, the next best, and how far apart they are (difference of probabilities, 0..1). */
export const RoleFinding = findingOf(Role).extend({ runnerUp: Role.nullable(), margin: z.number() });
export type RoleFinding = z.infer<typeof RoleFinding>;

/** A responsibility sentence and the layer it votes for. */
export const LayerSentence = z.object({ layer: MixLayer, evidence: Evidence });
export type LayerSentence = z.infer<typeof LayerSentence>;

/** What a posting says, each part with its evidence. Offsets are into `text`. */
export const Reading = z.object({
  id: z.string().nullable(),
  engine: z.string(),
  language: Language.nullable(),
  role: RoleFinding,
  layer: Layer.nullable(),
  mix: Mix.nullable(),
  conflation: z.number().nullable(),
  sentences: z.array(LayerSentence),
  seniority: findingOf(Seniority),
  workplace: findingOf(Workplace),
  places: z.array(Place),
  pay: z.array(Pay),
  skills: z.array(Skill),
  domain: findingOf(Domain),
  years: findingOf(z.number()),
  degree: findingOf(Degree),
  production: findingOf(z.boolean()),
  visa: findingOf(Visa),
  environment: z.array(Environment),
  flags: z.array(Flag),
  sections: z.array(z.object({ section: Section, start: z.number().int(), end: z.number().int() })),
  text: z.string().optional(),
});
export type Reading = z.infer<typeof Reading>;
