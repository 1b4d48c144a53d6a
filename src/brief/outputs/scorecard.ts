import type { Brief } from "../../terms/brief.ts";
import { skillsAsked } from "../alternatives.ts";
import { roleOf } from "../role.ts";
import type { InterviewPlan, Scorecard, Scorecards } from "../../terms/brief-outputs.ts";

/** What is rated for the brief's role: attributes of evidence, the must-haves first. None where the role cannot be told and nobody chose it. */
export function makeScorecard(brief: Pick<Brief, "reading" | "options" | "text">, { attributes, layers, roles }: Scorecards): Scorecard {
  const { reading, options } = brief;
  const { value: role, layer } = roleOf({ reading, options });
  const wanted = (role === null ? undefined : roles[role]) ?? (layer === null ? undefined : layers[layer]);
  const must = new Set(wanted?.must ?? []);
  // Who is asked to be on call is rated by how they were.
  if (wanted !== undefined && reading.environment.some((topic) => topic.what === "on-call") && "operational-ownership" in attributes) must.add("operational-ownership");
  const nice = (wanted?.nice ?? []).filter((id) => !must.has(id));
  const of = (id: string, isMust: boolean) => ({ id, must: isMust, ...attributes[id]! });
  return { role, layer, attributes: [...[...must].map((id) => of(id, true)), ...nice.map((id) => of(id, false))], asks: skillsAsked(brief).map(({ name }) => name) };
}

/** At most so many conversations look at the same thing: a third tires people and finds nothing new. */
const mostLooks = 2;

/** Conversations that look at every attribute, the must-haves twice where there is room; within two weeks. Those that would look at nothing are left out. */
export function makeInterviewPlan({ attributes }: Scorecard, { stages }: Pick<Scorecards, "stages">): InterviewPlan {
  const looks = new Map<string, string[]>(attributes.map(({ id }) => [id, []]));
  const taken = new Map<string, string[]>(stages.map((stage) => [stage.id, []]));
  const place = (id: string, upTo: number): void => {
    for (const stage of stages) {
      const seen = looks.get(id)!;
      if (seen.length >= upTo) return;
      const own = taken.get(stage.id)!;
      if (!stage.covers.includes(id) || own.length >= stage.most || own.includes(id)) continue;
      own.push(id);
      seen.push(stage.id);
    }
  };
  // Each once before any twice, or the first would take all the room.
  for (const { id } of attributes) place(id, 1);
  for (const { id } of attributes.filter((attribute) => attribute.must)) place(id, mostLooks);
  const held = stages.filter((stage) => stage.covers.length === 0 || taken.get(stage.id)!.length > 0).map(({ id, name, minutes, day, with: who }) => ({ id, name, minutes, day, with: who, attributes: taken.get(id)! }));
  return {
    stages: held,
    minutes: held.reduce((sum, stage) => sum + stage.minutes, 0),
    days: Math.max(0, ...held.map((stage) => stage.day)),
    coverage: attributes.map(({ id, must }) => ({ attribute: id, must, stages: looks.get(id)! })),
    uncovered: attributes.filter(({ id, must }) => must && looks.get(id)!.length === 0).map(({ id }) => id),
  };
}
