import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";

/** The reader as it runs beside the Brief page, in a worker; Vite names its file so. */
const readerFile = /^\/assets\/reader-worker-[\w-]+\.js$/;

/**
 * Nothing but our own files runs or loads, and nobody may frame us. Style elements carry the nonce of their page: Mantine
 * makes some (AppShell's media queries), and a posting's text must never be able to. A worker stands under the policy of its own file: only
 * the reader's may compile WebAssembly, its kernel, and it may ask for nothing.
 */
export function securityHeaders(): MiddlewareHandler {
  const everything = policy({
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    imgSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  });
  const reader = policy({ defaultSrc: ["'none'"], scriptSrc: ["'self'", "'wasm-unsafe-eval'"] });
  return (c, next) => (readerFile.test(c.req.path) ? reader : everything)(c, next);
}

function policy(contentSecurityPolicy: NonNullable<Parameters<typeof secureHeaders>[0]>["contentSecurityPolicy"]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    xFrameOptions: "DENY",
    strictTransportSecurity: false,
    referrerPolicy: "no-referrer",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}
