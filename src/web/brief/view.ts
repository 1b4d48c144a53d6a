import { SecretId } from "../../terms/secret-id.ts";

/** What is shown of a brief, as it stands in the address. */
export const views = ["write", "description", "band", "scorecard", "interviews", "versions", "compare"] as const;
export type View = (typeof views)[number];
/** `id` is a kept description. */
export type BriefSearch = { view?: Exclude<View, "write">; id?: string };

/** Whether something of an address is known here, by its name. */
export const briefKnows = {
  view: (view: string): boolean => views.some((one) => one === view),
  id: (id: string): boolean => SecretId.safeParse(id).success,
};

/** Reads an address; what is no view is left out, so that an old or mistyped address still opens. */
export function readBriefSearch({ view, id }: Record<string, unknown>): BriefSearch {
  const known = views.find((one) => one === view);
  return { view: known === "write" ? undefined : known, id: SecretId.safeParse(id).data };
}
