import { atsNames, BoardRef, refText } from "../terms/board-ref.ts";
import { boards } from "./boards.ts";

/** A board as a person gives it: "ashby:openai", "lever:acme@eu", or any address on a board's hosts. Null where it is none that is known. */
export function parseBoardRef(text: string): BoardRef | null {
  const trimmed = text.trim();
  const named = /^([a-z]+):(?!\/\/)([^@]+)(?:@([\w.-]+))?$/i.exec(trimmed);
  const ats = atsNames.find((one) => one === named?.[1]!.toLowerCase());
  if (named !== null && ats !== undefined) return checkedRef({ ats, name: named[2]!.trim(), ...(named[3] === undefined ? {} : { host: named[3] }) });
  const url = urlOf(/^https?:\/\//i.test(trimmed) ? trimmed : /^[\w-]+(?:\.[\w-]+)+\//.test(trimmed) ? `https://${trimmed}` : "");
  return url === null ? null : boardAt(url);
}

/** The board that an address belongs to by its host. */
function boardAt(url: URL): BoardRef | null {
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  for (const board of Object.values(boards)) {
    const ref = board.address.refIn(url);
    if (ref !== null) return checkedRef(ref);
  }
  return null;
}

/**
 * The board that a careers page shows: its own address, what it embeds (frames, scripts, calls), else the board that it links to most.
 * Null where there is none, or where two are named equally often: then a person must say which.
 */
export function boardInPage(html: string, url: string): BoardRef | null {
  const own = parseBoardRef(url);
  if (own !== null) return own;
  const counts = new Map<string, { ref: BoardRef; n: number }>();
  for (const { address, embedded } of addressesIn(html)) {
    const found = urlOf(address);
    const ref = found === null ? null : boardAt(found);
    // A path alone tells too little of a page's links: many sites have a /jobs.rss.
    if (ref === null || ref.name === found?.hostname) continue;
    const key = refText({ ...ref, name: ref.name.toLowerCase() });
    const known = counts.get(key) ?? { ref, n: 0 };
    // What a page embeds is its own board; what it links to may be a partner's.
    known.n += embedded ? 1000 : 1;
    counts.set(key, known);
  }
  const [first, second] = [...counts.values()].toSorted((a, b) => b.n - a.n);
  if (first === undefined) return markedBoard(html, url);
  return first.n === second?.n ? null : first.ref;
}

/** A careers site on the employer's own domain: what its pages load tells whose kind it is. */
function markedBoard(html: string, address: string): BoardRef | null {
  const host = urlOf(address)?.hostname;
  const marked = Object.values(boards).find((board) => board.address.mark?.test(html));
  return marked === undefined || host === undefined ? null : checkedRef({ ats: marked.ats, name: host });
}

/** Addresses anywhere in a page, also where they are escaped for JSON or HTML, or begin with //. */
function* addressesIn(html: string): Generator<{ address: string; embedded: boolean }> {
  const address = /(?:https?:)?(?:\\?\/){2}[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:(?:\\\/|[/?])[^\s"'<>()\\]*)*/gi;
  for (const match of html.matchAll(address)) {
    const plain = match[0].replaceAll("\\/", "/").replaceAll("&amp;", "&");
    const before = html.slice(Math.max(0, match.index - 200), match.index);
    yield { address: plain.startsWith("//") ? `https:${plain}` : plain, embedded: /<(?:iframe|script|frame)\b[^<>]*$/i.test(before) };
  }
}

function checkedRef(ref: BoardRef): BoardRef | null {
  const parsed = BoardRef.safeParse(ref);
  const { isName, hosts } = boards[ref.ats].address;
  return parsed.success && isName(ref.name) && (ref.host === undefined || hosts?.includes(ref.host) === true) ? parsed.data : null;
}

function urlOf(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
