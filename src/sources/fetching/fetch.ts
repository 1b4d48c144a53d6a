import { decodeWindows1252 } from "../../lib/windows-1252.ts";
import { type Asked, fetchReply } from "../guard.ts";

/** An answer, whole: its status, its headers by names in lower case, its body as text whatever its encoding. */
export type Answer = { url: string; status: number; headers: Record<string, string>; text: string };

/** Asks once, without patience or pauses; with `redirects: "told"`, where the answer points elsewhere, that is the answer. Throws where no whole answer comes: no connection, too slow, cut off, too large, an address that is not public. */
export type Fetch = (asked: Asked & { redirects?: "told" }) => Promise<Answer>;

/** The largest board seen is 3 MB. */
const boardBytes = 64 * 1024 * 1024;

/** Asks through the guard, naming ourselves with who can be written to. `contact`: an address of those who run this Strata. */
export function guardedFetch({ contact = null, ...options }: { contact?: string | null } & Parameters<typeof fetchReply>[1] = {}): Fetch {
  return async ({ redirects, ...asked }) => {
    const { url, status, headers, body } = await fetchReply(asked, { mostBytes: boardBytes, agent: agentNameFor(contact), ...options, ...(redirects === undefined ? {} : { follow: redirects }) });
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    const named = Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), String(value)]])));
    return { url, status, headers: named, text: bodyText(Buffer.concat(parts), named["content-type"] ?? "") };
  };
}

/** The name that robots.txt files know us by. */
export const robotName = "strata";

function agentNameFor(contact: string | null): string {
  const safe = contact?.replaceAll(/[^\x20-\x7e]|[()]/g, "").trim() ?? "";
  return `Strata/0.1 (+https://www.npmjs.com/package/strata-hiring; reads job boards, a request a second at most${safe === "" ? "" : `; run by ${safe}`})`;
}

/**
 * A body as text: UTF-8 where it is, whatever the header says, as many servers name a charset that they do not write; else what the header names, else Windows-1252.
 * Read as UTF-8 all the same it would come with other characters than the day before, and every posting would count as changed.
 */
export function bodyText(bytes: Uint8Array, contentType: string): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const plain = decoded(bytes, "utf-8", true);
  if (plain !== null) return plain;
  const named = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? "windows-1252";
  return (/^utf-?8$/i.test(named) ? null : decoded(bytes, named, false)) ?? decoded(bytes, "windows-1252", false)!;
}

function decoded(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal });
    return decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}
