import { Link } from "@tanstack/react-router";
import { layerOf, type Role, roleName } from "../../../terms/role.ts";
import { roleDefinitions } from "../../../terms/role-definition.ts";
import type { Filters } from "../../filters.ts";
import { roleWords } from "../../words/role.ts";

const words = roleWords.definition;

/** What a role is, what employers call it, and where it ends: each border with the role that lies beyond. */
export function Definition({ role, filters }: { role: Role; filters: Filters }) {
  const { work, titles, borders } = roleDefinitions[role];
  return (
    <dl className="definition">
      <div>
        <dt>{words.work}</dt>
        <dd>{work}</dd>
      </div>
      {titles.length > 0 && (
        <div>
          <dt>{words.titles}</dt>
          <dd>{titles.join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>{words.borders}</dt>
        {borders.map((border) => (
          <dd key={border.role}>
            <Link to="/roles/$role" params={{ role: border.role }} search={filters} className="with-dot">
              <span className="dot" data-layer={layerOf(border.role)} aria-hidden />
              {roleName(border.role)}
            </Link>
            : {border.rule}
          </dd>
        ))}
      </div>
    </dl>
  );
}
