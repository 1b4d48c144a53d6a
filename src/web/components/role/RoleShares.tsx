import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { layerOf, type Role } from "../../../terms/role.ts";
import { question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { ShareTable } from "../market/ShareTable.tsx";

type Words = { title: string; about: string; none: string; columns: { role: string; n: string; share: string } };

/** How the vacancies of a cut spread over the roles. */
export function RoleShares({ cut, filters, words, skeletonRows }: { cut: Filters; filters: Filters; words: Words; skeletonRows?: number }) {
  return (
    <ShareTable
      {...words}
      skeletonRows={skeletonRows}
      asked={useQuery(question("demand", { ...cut, by: "role", limit: 50 }))}
      rows={(rows) => rows.toSorted((a, b) => b.n - a.n)}
      heads={{ name: words.columns.role, ...words.columns }}
      file={[{ head: "role", of: (row) => row.group }]}
      keyOf={({ group }) => group}
      renderName={({ group, name }) => (
        <span className="with-dot">
          <span className="dot" data-layer={layerOf(group as Role)} aria-hidden />
          <Link to="/roles/$role" params={{ role: group }} search={filters}>
            {name}
          </Link>
        </span>
      )}
    />
  );
}
