import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { called, postingsByTitle, question, status } from "../../api.ts";
import { shown } from "../../figures.ts";
import { shellWords } from "../../words/shell.ts";
import { type Entry, find, namedEntries, pageEntries, placeEntries, roleEntries } from "./entries.ts";

const { actions, scheme } = shellWords.palette;

const actionEntries: readonly Entry[] = [
  ...Object.entries(scheme).map(([id, name]): Entry => ({ group: "actions", id: `scheme ${id}`, name, act: id })),
  { group: "actions", id: "clear", name: actions.clear, act: "clear" },
  { group: "actions", id: "copy", name: actions.copy, act: "copy" },
  { group: "actions", id: "print", name: actions.print, act: "print" },
  { group: "actions", id: "keys", name: actions.keys, aside: "?", act: "keys" },
];

/** A title is looked for after this pause in typing. */
const pauseMs = 180;

/** What can be found under a query: pages, roles, regions and actions at once; countries, cities, skills and employers of the market once they came; postings by their titles as the server finds them. */
export function useEntries(query: string) {
  const [title] = useDebouncedValue(query.trim(), pauseMs);
  const skills = useQuery(question("skills", { limit: 500 })).data?.rows ?? [];
  const employers = useQuery(question("employers", { limit: 500 })).data?.rows ?? [];
  const totals = useQuery(status()).data?.totals ?? { countries: [], cities: [] };
  const postings = useQuery({ ...postingsByTitle(title), enabled: title.length > 1, placeholderData: keepPreviousData });
  const known: Entry[] = [
    ...pageEntries,
    ...roleEntries,
    ...placeEntries(totals),
    ...skills.map(({ id, name, n }): Entry => ({ group: "skills", id: `skill ${id}`, name, aside: `${n}`, to: { to: "/skills", search: { at: id } } })),
    ...employers.map(({ group, name, n }): Entry => ({ group: "employers", id: `employer ${group}`, name: shown(name), aside: `${n}`, to: { to: "/employers", search: { at: group } } })),
    ...actionEntries,
  ];
  const near = find(known, query);
  // Asked only where nothing at hand is called so: a title may have the word all the same.
  const names = useQuery({ ...called(title), enabled: title.length > 1 && near.length === 0, placeholderData: keepPreviousData });
  const named = near.length === 0 && names.data !== undefined ? namedEntries(names.data) : [];
  const found = query.trim().length > 1 ? (postings.data?.rows ?? []) : [];
  const titles = found.map((row): Entry => ({ group: "postings", id: `posting ${row.key}`, name: shown(row.title ?? ""), aside: shown(row.employer ?? ""), layer: row.layer, to: { to: "/postings/$key", params: { key: row.key } } }));
  const entries = [...near, ...named, ...titles];
  return { entries, nothing: entries.every(({ group }) => group === "meant"), searching: postings.isFetching || names.isFetching, failed: postings.isError };
}
