import { Link } from "@tanstack/react-router";
import type { NearPosting } from "../../../terms/brief.ts";
import { layerOf, roleName } from "../../../terms/role.ts";
import { date, shown } from "../../figures.ts";

/** Postings of the market whose content is closest, each a link to its page. */
export function Nearest({ nearest }: { nearest: readonly NearPosting[] }) {
  if (nearest.length === 0) return <p className="soft">No posting of this market is close in content.</p>;
  return (
    <ol className="nearest">
      {nearest.map(({ key, title, employer, role, nearness, posted }) => (
        <li key={key}>
          <Link to="/postings/$key" params={{ key }}>
            {shown(title ?? "") || "Untitled posting"}
          </Link>
          <span className="soft under">
            {role !== null && (
              <>
                <span className="dot" data-layer={layerOf(role)} aria-hidden /> {roleName(role)} ·{" "}
              </>
            )}
            {[shown(employer ?? ""), posted === null ? "" : date(posted), `${Math.round(nearness * 100)} % alike`].filter((part) => part !== "").join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}
