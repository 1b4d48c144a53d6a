import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { readBriefSearch } from "./brief/view.ts";
import { Failed } from "./components/shell/Failed.tsx";
import { Shell } from "./components/shell/Shell.tsx";
import { queryOf, readFilters } from "./filters.ts";
import { readMarketSearch } from "./components/market/market-search.ts";
import { readAtSearch } from "./components/skills/at-search.ts";
import { readSourceSearch } from "./components/sources/source-search.ts";
import { NotFoundPage } from "./routes/not-found.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: () => <NotFoundPage />, errorComponent: ({ error, reset }) => <Failed error={error} retry={reset} /> });

const market = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: readMarketSearch,
  component: lazyRouteComponent(() => import("./routes/market.tsx"), "MarketPage"),
});

const role = createRoute({
  getParentRoute: () => root,
  path: "/roles/$role",
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import("./routes/roles.$role.tsx"), "RolePage"),
});

const posting = createRoute({
  getParentRoute: () => root,
  path: "/postings/$key",
  component: lazyRouteComponent(() => import("./routes/postings.$key.tsx"), "PostingPage"),
});

const brief = createRoute({
  getParentRoute: () => root,
  path: "/brief",
  validateSearch: readBriefSearch,
  component: lazyRouteComponent(() => import("./routes/brief.tsx"), "BriefPage"),
});

const sharedBrief = createRoute({
  getParentRoute: () => root,
  path: "/brief/shared/$share",
  component: lazyRouteComponent(() => import("./routes/brief.shared.$share.tsx"), "SharedBriefPage"),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: "/sources",
  validateSearch: readSourceSearch,
  component: lazyRouteComponent(() => import("./routes/sources.tsx"), "SourcesPage"),
});

const skills = createRoute({
  getParentRoute: () => root,
  path: "/skills",
  validateSearch: readAtSearch,
  component: lazyRouteComponent(() => import("./routes/skills.tsx"), "SkillsPage"),
});

const employers = createRoute({
  getParentRoute: () => root,
  path: "/employers",
  validateSearch: readAtSearch,
  component: lazyRouteComponent(() => import("./routes/employers.tsx"), "EmployersPage"),
});

/** Pages and the addresses they answer to. Everything that narrows a page is in its address. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([market, role, posting, brief, sharedBrief, sources, skills, employers]),
    defaultPreload: "intent",
    scrollRestoration: true,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    // Commas between values stay readable.
    stringifySearch: (search) => {
      const query = new URLSearchParams(queryOf(search)).toString().replaceAll("%2C", ",");
      return query === "" ? "" : `?${query}`;
    },
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
