import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { SecureHeadersVariables } from "hono/secure-headers";
import { escaped } from "../lib/escaped.ts";
import type { PageAddress } from "./pages.ts";

/** Written into index.html by the build where the nonce of a page belongs. */
export const noncePlaceholder = "STRATA-NONCE";
/** Where a page says whose market it is, `sample` or `own`: what stands above it is there from its first paint on, and moves nothing. */
export const marketPlaceholder = "STRATA-MARKET";

/** Where a page is told what a command must say to mean this market, as ` --data DIR`. */
export const dataPlaceholder = "STRATA-DATA";

/** The built web pages in `folder`: hashed files for a year, the page itself fresh every time. An address that is none of `pages`, or that names what is not there, answers 404 with the page that says so. */
export function webFiles(folder: string, pages: readonly PageAddress[], { dataFlag, isSample, log }: { dataFlag: string; isSample(): Promise<boolean>; log(message: string): void }) {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  const index = readFileSync(join(folder, "index.html"), "utf8").replaceAll(dataPlaceholder, () => escaped(dataFlag));
  const files = serveStatic({ root: folder, precompressed: true });
  app.get("/assets/*", kept("public, max-age=31536000, immutable"), files, (c) => c.text("There is no such file.", 404));
  app.get("/:file{[a-z-]+\\.(?:svg|js)}", kept("no-cache"), files);
  // A market that cannot be asked does not keep the page from saying so itself. Of the address only its shape is logged: that of a shared brief is a secret.
  const orElse = <T>(path: string, other: T) => (error: Error) => {
    log(`${path}: ${error.message}`);
    return other;
  };
  const page = async (c: Context<{ Variables: SecureHeadersVariables }>, path: string, found: boolean) => {
    const sample = await isSample().catch(orElse(path, null));
    c.header("Cache-Control", "no-store");
    return c.html(index.replaceAll(noncePlaceholder, c.get("secureHeadersNonce") ?? "").replaceAll(marketPlaceholder, sample === null ? "" : sample ? "sample" : "own"), found ? 200 : 404);
  };
  for (const { path, isThere } of pages) {
    app.get(path, async (c) => {
      const named = { name: c.req.param("name") ?? "", at: c.req.query("at")?.trim() ?? "" };
      return page(c, path, await isThere(named).catch(orElse(path, true)));
    });
  }
  app.get("*", (c) => page(c, "*", false));
  return app;
}

function kept(howLong: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header("Cache-Control", c.res.ok ? howLong : "no-store");
  };
}
