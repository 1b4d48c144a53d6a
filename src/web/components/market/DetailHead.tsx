import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Filters } from "../../filters.ts";
import { shown } from "../../figures.ts";
import { filterWords } from "../../words/filters.ts";
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

/** In place of one that is not in the cut; with what may have been `meant` where nothing is called so. */
export function NotInCut({ to, filters, all, says, about, meant = [] }: Props & { says: string; about?: string | undefined; meant?: readonly string[] | undefined }) {
  return (
    <output className="state">
      <h2>{says}</h2>
      {about !== undefined && <p className="soft">{about}</p>}
      {meant.length > 0 && (
        <p className="meant">
          {filterWords.meant}{" "}
          {meant.map((name) => (
            <Link key={name} to={to} search={{ ...filters, at: name.toLowerCase() }} className="button">
              {shown(name)}
            </Link>
          ))}
        </p>
      )}
      <Link to={to} search={filters}>
        {all}
      </Link>
    </output>
  );
}
