import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import type { SecureHeadersVariables } from "hono/secure-headers";

/** Written into index.html by the build where the nonce of a page belongs. */
export const noncePlaceholder = "STRATA-NONCE";

const pages = [/^\/$/, /^\/(?:sources|skills|employers)$/, /^\/roles\/[^/]+$/, /^\/postings\/[^/]+$/, /^\/brief(?:\/shared\/[^/]+)?$/];

/** The built web pages in `folder`: hashed files for a year, the page itself fresh every time. */
export function webFiles(folder: string) {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  const index = readFileSync(join(folder, "index.html"), "utf8");
  const files = serveStatic({ root: folder, precompressed: true });
  app.get("/assets/*", kept("public, max-age=31536000, immutable"), files, (c) => c.text("There is no such file.", 404));
  app.get("/:file{[a-z-]+\\.(?:svg|js)}", kept("no-cache"), files);
  app.get("*", (c) => {
    c.header("Cache-Control", "no-store");
    const page = index.replaceAll(noncePlaceholder, c.get("secureHeadersNonce") ?? "");
    return c.html(page, pages.some((path) => path.test(c.req.path)) ? 200 : 404);
  });
  return app;
}

function kept(howLong: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header("Cache-Control", c.res.ok ? howLong : "no-store");
  };
}
