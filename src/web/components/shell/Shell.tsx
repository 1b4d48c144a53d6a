import { AppShell } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { status } from "../../api.ts";
import { ColorSchemeButton } from "./ColorSchemeButton.tsx";
import { Mark } from "./Mark.tsx";
import { usePageFocus } from "./use-page-focus.ts";

/** The frame of every page: skip link, header, and the label of a market that is made up. */
export function Shell() {
  const main = usePageFocus();
  return (
    <AppShell header={{ height: 52 }} withBorder={false} transitionDuration={0}>
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        Skip to content
      </a>
      <AppShell.Header className="header">
        <Link to="/" className="brand">
          <Mark /> Strata
        </Link>
        <nav aria-label="Pages">
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            Market
          </Link>
        </nav>
        <ColorSchemeButton />
      </AppShell.Header>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className="main">
        <SampleLabel />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function SampleLabel() {
  const { data } = useQuery(status());
  if (data?.sample !== true) return null;
  return (
    <p className="sample" role="note">
      <b>Invented sample market.</b> No employer or posting here is real. To read your own, stop Strata and run <code>strata import FILE</code>
    </p>
  );
}
