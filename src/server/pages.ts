import type { SavedBriefs } from "../briefing/saved-briefs.ts";
import { meaningOf } from "../market/names.ts";
import { getPosting } from "../market/questions/posting.ts";
import type { Market } from "../market/store.ts";
import type { NameKind } from "../terms/market-name.ts";
import { Role } from "../terms/role.ts";

/** A page's address: its path, and whether what it names is there. `name`: the part of the path that names it; `at`: what it looks at, of its query. */
export type PageAddress = { path: string; isThere(named: { name: string; at: string }): Promise<boolean> };

/** The addresses of the pages. One that names a role, posting, skill, employer or shared description that there is not is no page: it answers 404, and its page says what is not there. */
export function pageAddresses(market: Market, saved: SavedBriefs): PageAddress[] {
  const has = async (of: NameKind, name: string) => name === "" || (await meaningOf(market, of, name))?.here === true;
  return [
    ...["/", "/sources", "/brief"].map((path) => ({ path, isThere: async () => true })),
    { path: "/roles/:name", isThere: async ({ name }) => Role.safeParse(name).success },
    { path: "/postings/:name", isThere: async ({ name }) => (await getPosting(market, name)) !== null },
    { path: "/brief/shared/:name", isThere: async ({ name }) => (await saved.shared(name)) !== null },
    { path: "/skills", isThere: ({ at }) => has("skill", at) },
    { path: "/employers", isThere: ({ at }) => has("employer", at) },
  ];
}
