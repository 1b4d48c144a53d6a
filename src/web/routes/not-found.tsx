import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";

export function NotFoundPage({ what = "page" }: { what?: string }) {
  useDocumentTitle("Not found · Strata");
  return (
    <div className="state">
      <h1>There is no such {what}</h1>
      <p className="soft">{what === "posting" ? "It may have left the market since, or the address is mistyped." : "The address is mistyped, or of another version."}</p>
      <Link to="/">All roles of the market</Link>
    </div>
  );
}
