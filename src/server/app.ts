import { hostname } from "node:os";
import { OpenAPIHono } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { SavedBriefs } from "../briefing/saved-briefs.ts";
import { Answers } from "../market/answers.ts";
import { dataFlag } from "../market/directory.ts";
import { isSample } from "../market/sample.ts";
import { SourceDesk } from "../market/sources/desk.ts";
import type { Market } from "../market/store.ts";
import { realWorld } from "../sources/fetching/world.ts";
import { answerError, fail } from "./errors.ts";
import { webFiles } from "./files.ts";
import { securityHeaders } from "./headers.ts";
import { isMeantHere, isOwnOrigin } from "./hosts.ts";
import { type AskOpinion, Opinions } from "./opinions.ts";
import { packageVersion } from "./package-version.ts";
import { pageAddresses } from "./pages.ts";
import { briefRoutes, type FetchPage } from "./routes/briefs.ts";
import { claimRoutes } from "./routes/claims.ts";
import { marketRoutes } from "./routes/market.ts";
import { nameRoutes } from "./routes/names.ts";
import { opinionRoutes } from "./routes/opinions.ts";
import { postingRoutes } from "./routes/postings.ts";
import { savedBriefRoutes } from "./routes/saved-briefs.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { statusRoutes } from "./routes/status.ts";

export type AppOptions = {
  market: Market;
  /** What answers its questions; else one of its own. */
  answers?: Answers;
  /** What follows the market's sources; else one of its own. */
  desk?: SourceDesk;
  /** The address that is listened on. */
  host?: string;
  /** Folder of the built pages; without it only the API is served. */
  webDir?: string;
  log?: (message: string) => void;
  /** Asks a language model; without it there is no such address. */
  askOpinion?: AskOpinion;
  /** Fetches the page of a description, where not from the public web. */
  fetchPage?: FetchPage;
  now?: () => Date;
};

/** Everything that is served: the API, its description, the pages. */
export function makeApp({ market, answers = new Answers(market), desk = new SourceDesk(market, realWorld()), host = "127.0.0.1", webDir, log = () => undefined, askOpinion, fetchPage, now = () => new Date() }: AppOptions) {
  const app = new OpenAPIHono();
  app.onError(answerError(log));
  app.use(securityHeaders());
  app.use((c, next) => {
    const asked = c.req.header("host") ?? new URL(c.req.url).host;
    return isMeantHere(asked, host, hostname()) ? next() : Promise.resolve(fail(c, 403, "wrong-host", `Nothing is served here under the name ${asked}.`));
  });
  app.use(async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS") return next();
    const asked = c.req.header("host") ?? new URL(c.req.url).host;
    return isOwnOrigin(c.req.header("origin"), asked) ? next() : Promise.resolve(fail(c, 403, "wrong-origin", "Pages of other sites may not change anything here."));
  });
  app.use("/api/*", compress(), async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  const saved = new SavedBriefs(market.dir, now, log);
  const routes = app.route("/", statusRoutes(answers)).route("/", marketRoutes(answers)).route("/", nameRoutes(market)).route("/", claimRoutes(answers)).route("/", postingRoutes(market)).route("/", sourceRoutes(desk, log))
    .route("/", briefRoutes(market, { now, ...(fetchPage === undefined ? {} : { fetchPage }) }))
    .route("/", savedBriefRoutes(market, saved, now));
  if (askOpinion !== undefined) app.route("/", opinionRoutes(market, new Opinions(askOpinion)));
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Strata", version: packageVersion(), description: "What AI work is hired for: roles, layers, skills, pay and postings with their evidence." },
  });
  app.all("/api/*", (c) => fail(c, 404, "not-found", `There is no ${c.req.method} ${c.req.path}. What there is stands in /openapi.json.`));
  if (webDir !== undefined) app.route("/", webFiles(webDir, pageAddresses(market, saved), { dataFlag: dataFlag(market.dir), isSample: () => isSample(market), log }));
  return routes;
}

/** The type of the API, for its clients. */
export type App = ReturnType<typeof makeApp>;
