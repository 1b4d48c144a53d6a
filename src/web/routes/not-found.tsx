import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { keyName } from "../components/shell/key-name.ts";
import { shown } from "../figures.ts";

/** There is none of that name: what is not there, and the ways out. */
export function NotFoundPage({ what = "page", name }: { what?: "page" | "role" | "posting"; name?: string }) {
  useDocumentTitle("Not found · Strata");
  return (
    <div className="state">
      <h1>
        There is no {name === undefined ? `such ${what}` : what}
        {name !== undefined && ` “${shown(name).slice(0, 80)}”`}
      </h1>
      <p className="soft">{what === "posting" ? "It may have left the market since, or the address is mistyped." : "The address is mistyped, or of another version."} <kbd>{keyName("mod+K")}</kbd> finds pages, roles, places, skills, employers and postings by their names.</p>
      <Link to="/">All roles of the market</Link>
    </div>
  );
}
