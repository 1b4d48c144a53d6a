import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Domain } from "../../../terms/domain.ts";
import { question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { percent } from "../../figures.ts";
import { domainNames } from "../../words.ts";
import { roleWords } from "../../words/role.ts";
import { ShareTable } from "../market/ShareTable.tsx";

const words = roleWords.domains;

/** Which specialisations the postings of a cut require. A domain narrows the page to it. */
export function Domains({ cut }: { cut: Filters }) {
  return (
    <ShareTable
      {...words}
      asked={useQuery(question("domains", { ...cut, limit: 10 }))}
      heads={{ name: words.columns.domain, ...words.columns }}
      file={[{ head: "domain", of: (row) => row.group }]}
      keyOf={({ group }) => group}
      renderName={({ group }) => (
        <Link to="." search={(before) => ({ ...before, domain: [group as Domain] })} resetScroll={false}>
          {domainNames[group as Domain] ?? group}
        </Link>
      )}
      renderBelow={([first]) => first!.coverage !== null && <p className="chart-foot soft">{words.say(percent(first!.coverage))}</p>}
    />
  );
}
