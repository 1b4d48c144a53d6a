import { isIP } from "node:net";

const loopback = new Set(["localhost", "127.0.0.1", "::1"]);
const everywhere = new Set(["0.0.0.0", "::"]);

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopback.has(host) || (isIP(host) === 4 && host.startsWith("127."));
}

/**
 * Whether a request that names `header` as its host is meant for us. A page elsewhere can point a name of its own at this
 * machine and read what we answer (DNS rebinding); it cannot do so under `localhost` or under an address.
 * `isMeantHere("localhost:4870", "127.0.0.1")` → `true`, `isMeantHere("evil.example", "127.0.0.1")` → `false`
 */
export function isMeantHere(header: string, bound: string, ownName = ""): boolean {
  const name = hostname(header);
  if (name === null) return false;
  if (isLoopback(name) || name === bound.toLowerCase()) return true;
  return everywhere.has(bound) && (isIP(name) !== 0 || (ownName !== "" && name === ownName.toLowerCase()));
}

/**
 * Whether a request that changes something comes from our own pages, or from no page at all. A page elsewhere can send requests here though it cannot read the answers;
 * browsers say where each comes from. `isOwnOrigin("http://localhost:4870", "localhost:4870")` → `true`
 */
export function isOwnOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase() && /^https?:/.test(origin);
}

/** The host without its port and brackets, or null where it is no host. */
function hostname(header: string): string | null {
  if (!URL.canParse(`http://${header}`)) return null;
  const url = new URL(`http://${header}`);
  if (url.username !== "" || url.pathname !== "/") return null;
  return url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}
