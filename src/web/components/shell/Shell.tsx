import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { pages } from "../../pages.ts";
import { shellWords } from "../../words/shell.ts";
import { ColorSchemeChoice } from "./ColorSchemeChoice.tsx";
import { FindDialog } from "./FindDialog.tsx";
import { keyName } from "./key-name.ts";
import { Mark } from "./Mark.tsx";
import { Notices } from "./Notices.tsx";
import { useKeys } from "./use-keys.ts";
import { usePageFocus } from "./use-page-focus.ts";

const KeysDialog = lazy(async () => ({ default: (await import("./KeysDialog.tsx")).KeysDialog }));

/** The frame of every page: skip link, navigation, what opens over it, and the notices above it. */
export function Shell() {
  const main = usePageFocus();
  const navigate = useNavigate();
  const [over, setOver] = useState<"find" | "help" | null>(null);
  const close = () => setOver(null);
  useKeys({ find: () => setOver("find"), help: () => setOver("help"), go: (to) => void navigate({ to }) });
  return (
    <div className="shell">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {shellWords.skip}
      </a>
      <header className="side">
        <Link to="/" className="brand">
          <Mark /> Strata
        </Link>
        <button type="button" className="find" onClick={() => setOver("find")} aria-keyshortcuts="Control+K Meta+K">
          <svg width="14" height="14" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
            <circle cx="10.5" cy="10.5" r="6.5" />
            <path d="m15.5 15.5 5 5" />
          </svg>
          <span>{shellWords.find}</span>
          <kbd aria-hidden>{keyName("mod+K")}</kbd>
        </button>
        <nav aria-label={shellWords.pages}>
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === "/", includeSearch: false }}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="side-foot">
          <ColorSchemeChoice />
          <button type="button" className="plain" onClick={() => setOver("help")}>
            {shellWords.keys} <kbd aria-hidden>?</kbd>
          </button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className="main">
        <Notices />
        <Outlet />
      </main>
      {over === "find" && <FindDialog onClose={close} onHelp={() => setOver("help")} />}
      <Suspense>{over === "help" && <KeysDialog onClose={close} />}</Suspense>
    </div>
  );
}
