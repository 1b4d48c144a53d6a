import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";

export function NotFoundPage({ what = "page" }: { what?: string }) {
  useDocumentTitle("Not found · Strata");
  return (
    <div className="state">
      <h1>There is no such {what}</h1>
      <p className="soft">The address may be old, or the {what} may have left the market since.</p>
      <Link to="/">All roles of the market</Link>
    </div>
  );
}
