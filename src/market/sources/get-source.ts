import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { parseBoardRef } from "../../sources/board-in.ts";
import { boards, lack, listed, postings, requests, standsAt } from "../../sources/boards.ts";
import type { BoardResponse, Lack } from "../../sources/address.ts";
import { getBoard, type Mark } from "../../sources/fetching/get-board.ts";
import type { PageFetcher } from "../../sources/fetching/get-page.ts";
import type { PoliteFetcher } from "../../sources/fetching/polite.ts";
import { FetchRefused } from "../../sources/guard-problem.ts";
import { jobPostingsIn } from "../../sources/job-posting.ts";
import { pagePostings } from "../../sources/page.ts";
import { postingsIn } from "../../sources/postings.ts";
import { type BoardRef, sourceName } from "../../terms/board-ref.ts";
import type { Found } from "../../terms/found.ts";
import type { SourceStatus } from "../../terms/source.ts";
import { keyOf } from "../posting-row.ts";
import type { Followed } from "./followed.ts";

/** What was fetched of a source, to be stored. `listed`: the ids it has, also those whose text did not come. */
export type Fetched = {
  status: SourceStatus;
  problem: string | null;
  mark: Mark;
  found: AsyncIterable<Found>;
  present: bigint[];
  stamps: { key: bigint; stamp: string }[];
  /** The board by the host that it answered on, where that is another than it was named by; null where it is not. */
  stands: BoardRef | null;
  /** The first address that was asked; null for a file. */
  address: string | null;
  /** A file is whole only where nothing in it was unreadable: what was, may be a posting that is known. */
  wholeOnlyIfRead: boolean;
  /** Once `found` has ended: why it ended early; null where it did not. */
  brokeOff?: () => string | null;
};

export type Fetchers = { polite: PoliteFetcher; pages: PageFetcher; keyOf?: (ats: BoardRef["ats"]) => string | null };

/** Fetches a source. `stamped`: the stamps of its postings that are stored, by key. Never throws for what a board, page or file is: that is its status. */
export async function getSource(source: Followed, fetchers: Fetchers, stamped: ReadonlyMap<bigint, string>): Promise<Fetched> {
  if (source.kind === "file") return getFile(source);
  if (source.kind === "page") return getPage(source, fetchers.pages);
  const ref = parseBoardRef(source.asked);
  if (ref === null) return nothing(source, "failed", `"${source.asked}" is no board that this Strata knows`);
  return getBoardPostings(source, ref, fetchers, stamped);
}

const statusOf: Record<Lack["reason"], SourceStatus> = { "no such board": "absent", empty: "empty", "not answered": "failed", "not a board": "failed", "not whole": "half" };

async function getBoardPostings(source: Followed, ref: BoardRef, { polite, keyOf: keyFor }: Fetchers, stamped: ReadonlyMap<bigint, string>): Promise<Fetched> {
  // A source keeps the name under which its postings are stored, also where it would be named otherwise today.
  const { name } = source;
  const known = ({ id, stamp }: { id: string; stamp: string | null }): boolean => stamp !== null && stamped.get(keyOf(name, id)) === stamp;
  const { responses, unchanged, mark } = await getBoard(ref, polite, { mark: { etag: source.etag, body: source.body }, key: keyFor?.(ref.ats) ?? null, known });
  const address = requests(ref)[0]!.url;
  const stands = elsewhere(ref, standsAt(ref, responses));
  if (unchanged) return { ...nothing(source, "unchanged", null), mark, address, stands };
  const lacking = lack(ref, responses);
  const found = postings(ref, responses);
  const all = listed(ref, responses);
  // An answer that is no posting (a page of maintenance, say) is none, whatever its status.
  const came = new Set(found.flatMap((one) => ("posting" in one && one.posting.id ? [one.posting.id] : [])));
  const lackingTexts = responses.filter(({ request }) => request.details !== undefined && !came.has(request.details)).length;
  return {
    status: lacking === null ? "good" : lacking.reason === "not answered" && found.length > 0 ? "half" : statusOf[lacking.reason],
    problem: lacking?.detail ?? (lackingTexts > 0 ? `${lackingTexts} of ${all.length} texts did not come; they are asked for again` : null),
    // A text that did not come has to be asked for again, though the list stays the same.
    mark: lackingTexts > 0 ? { etag: null, body: null } : mark,
    found: fromList(found, source),
    present: all.map(({ id }) => keyOf(name, id)),
    address,
    stands,
    stamps: boards[ref.ats].address.details === undefined ? [] : stampsOf(name, all, responses, came),
    wholeOnlyIfRead: false,
  };
}

function elsewhere(named: BoardRef, found: BoardRef): BoardRef | null {
  return sourceName(found) === sourceName(named) ? null : found;
}

/** Stamps of the postings whose text came now. */
function stampsOf(name: string, all: readonly { id: string; stamp: string | null }[], responses: readonly BoardResponse[], came: ReadonlySet<string>): Fetched["stamps"] {
  const asked = new Set(responses.flatMap(({ request }) => request.details ?? []));
  return all.flatMap(({ id, stamp }) => (stamp !== null && asked.has(id) && came.has(id) ? [{ key: keyOf(name, id), stamp }] : []));
}

async function getPage(source: Followed, pages: PageFetcher): Promise<Fetched> {
  try {
    const { url, status, text, etag } = await pages.get(source.asked, source.body === null ? null : source.etag);
    if (status === 304) return nothing(source, "unchanged", null);
    if (status === 404 || status === 410) return nothing(source, "absent", `${source.asked} answered ${status}`);
    if (status !== 200) return nothing(source, "failed", `${source.asked} answered ${status}`);
    const mark = { etag, body: createHash("sha256").update(text).digest("hex") };
    if (mark.body === source.body) return { ...nothing(source, "unchanged", null), mark };
    if (jobPostingsIn(text).length === 0) return nothing(source, "empty", `${source.asked} states no postings any more (schema.org JobPosting)`);
    return { ...nothing(source, "good", null), mark, found: fromList(pagePostings(text, url), source), wholeOnlyIfRead: true };
  } catch (error) {
    if (error instanceof FetchRefused) return nothing(source, "failed", error.message);
    throw error;
  }
}

/** A file that was not written to since is not read again. */
async function getFile(source: Followed): Promise<Fetched> {
  const file = await stat(source.asked).catch((error: NodeJS.ErrnoException) => error);
  if (file instanceof Error) return nothing(source, file.code === "ENOENT" ? "absent" : "failed", file.code === "ENOENT" ? `${source.asked}: there is no such file any more` : file.message);
  if (!file.isFile()) return nothing(source, "failed", `${source.asked} is no file`);
  const body = `${file.size} ${Math.round(file.mtimeMs)}`;
  if (body === source.body) return nothing(source, "unchanged", null);
  return { ...nothing(source, "good", null), mark: { etag: null, body }, ...inFile(source), wholeOnlyIfRead: true };
}

/** A file that can be seen may still not be read: not allowed, gone meanwhile, a disk or mount that fails. That is how this source is, and stops no other. */
function inFile(source: Followed): Pick<Fetched, "found" | "brokeOff"> {
  let broken: string | null = null;
  async function* found(): AsyncGenerator<Found> {
    try {
      for await (const one of postingsIn(createReadStream(source.asked), { path: source.asked })) yield "problem" in one ? one : { ...one, board: source.name };
    } catch (error) {
      if (!isOfFiles(error)) throw error;
      broken = `${source.asked} could not be read: ${error.message}`;
    }
  }
  return { found: found(), brokeOff: () => broken };
}

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "errno" in error;
}

function nothing({ etag, body }: Followed, status: SourceStatus, problem: string | null): Fetched {
  return { status, problem, mark: { etag, body }, found: fromList([], null), present: [], stamps: [], stands: null, address: null, wholeOnlyIfRead: false };
}

/** Postings with their source, and with the employer's name where the board does not say it. */
async function* fromList(found: readonly Found[], source: Followed | null): AsyncGenerator<Found> {
  for (const one of found) {
    if ("problem" in one || source === null) yield one;
    else yield { ...one, board: source.name, posting: one.posting.company || source.employer === null ? one.posting : { ...one.posting, company: source.employer } };
  }
}
