import { z } from "zod";

/** What of a market is called by names that people write as they like. */
export const NameKind = z.enum(["skill", "city", "employer"]);
export type NameKind = z.infer<typeof NameKind>;

/** A name that means nothing here, as it was written, with the names it may have been meant for, the likeliest first. */
export const UnknownName = z.object({ of: NameKind, written: z.string(), meant: z.array(z.string()) });
export type UnknownName = z.infer<typeof UnknownName>;

/** A skill or city that is known, and that no vacancy of this market names. `value` is what it was asked by. */
export const AbsentName = z.object({ of: NameKind, value: z.string(), name: z.string() });
export type AbsentName = z.infer<typeof AbsentName>;

const kinds: Record<NameKind, string> = { skill: "skill", city: "city", employer: "employer in this market" };
const plurals: Record<NameKind, string> = { skill: "skills", city: "cities", employer: "employers" };

/** `unknownText({ of: "skill", written: "pyhton", meant: ["Python"] })` → `"no skill is called “pyhton”; did you mean Python?"` */
export function unknownText({ of, written, meant }: UnknownName): string {
  const instead = meant.length === 0 ? `, and no name of ${plurals[of]} is close to it` : `; did you mean ${meant.length === 1 ? meant[0]! : `${meant.slice(0, -1).join(", ")} or ${meant.at(-1)!}`}?`;
  return `no ${kinds[of]} is called “${written}”${instead}`;
}

/** `absentText({ of: "skill", value: "kafka", name: "Kafka" })` → `"Kafka is a skill that no vacancy of this market names"` */
export function absentText({ of, name }: AbsentName): string {
  return `${name} is a ${of} that no vacancy of this market names`;
}
