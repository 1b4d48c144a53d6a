import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Filters } from "../../filters.ts";
import { roleWords } from "../../words/role.ts";

type Props = { to: "/skills" | "/employers"; filters: Filters; all: string };

/** The head of a page of one of many: the way back to all, its name, and a line about it. */
export function DetailHead({ to, filters, all, name, children }: Props & { name: string; children: ReactNode }) {
  return (
    <header className="page-head">
      <nav aria-label={roleWords.where} className="soft">
        <Link to={to} search={filters}>
          {all}
        </Link>{" "}
        ›
      </nav>
      <h1>{name}</h1>
      <output className="soft totals">{children}</output>
    </header>
  );
}

/** In place of one that is not in the cut. */
export function NotInCut({ to, filters, all, says }: Props & { says: string }) {
  return (
    <output className="state">
      <h2>{says}</h2>
      <Link to={to} search={filters}>
        {all}
      </Link>
    </output>
  );
}
