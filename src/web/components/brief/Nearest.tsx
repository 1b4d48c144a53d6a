import { Link } from "@tanstack/react-router";
import { nearestSays } from "../../../brief/nearest-words.ts";
import type { BriefMarket, NearPosting } from "../../../terms/brief.ts";
import { layerOf, roleName } from "../../../terms/role.ts";
import { date, shown } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.nearest;

/** Postings of the market whose content is closest, each a link to its page. */
export function Nearest({ nearest, of }: { nearest: readonly NearPosting[]; of: BriefMarket["nearestOf"] }) {
  if (nearest.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <>
      {of !== null && <p className="soft">{nearestSays(of)}</p>}
      <ol className="nearest">
        {nearest.map(({ key, title, employer, role, nearness, posted }) => (
          <li key={key}>
            <Link to="/postings/$key" params={{ key }}>
              {shown(title ?? "") || postingWords.untitled}
            </Link>
            <span className="soft under">
              {role !== null && (
                <>
                  <span className="dot" data-layer={layerOf(role)} aria-hidden /> {roleName(role)} ·{" "}
                </>
              )}
              {[shown(employer ?? ""), posted === null ? "" : date(posted), words.alike(Math.round(nearness * 100))].filter((part) => part !== "").join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
