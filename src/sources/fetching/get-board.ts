import { createHash } from "node:crypto";
import type { BoardRef } from "../../terms/board-ref.ts";
import type { BoardRequest, BoardResponse, Listed } from "../address.ts";
import { next, requests } from "../boards.ts";
import { FetchRefused } from "../guard-problem.ts";
import { etagOf, sinceHeaders } from "./conditional.ts";
import type { PoliteFetcher } from "./polite.ts";

/** What was kept of the last whole answer of a board: by it one tells that nothing has changed. */
export type Mark = { etag: string | null; body: string | null };

/** What a board answered. `unchanged`: its list says the same as the mark; then nothing but the list was asked for, or not even that. */
export type Got = { responses: BoardResponse[]; unchanged: boolean; mark: Mark };

type Options = {
  mark: Mark;
  /** Of an API that wants one. */
  key?: string | null;
  /** Whether a posting's text is there already. */
  known?: (posting: Listed) => boolean;
};

/** Asks a board for its list and for the texts that are new. */
export async function getBoard(ref: BoardRef, fetcher: PoliteFetcher, { mark, key = null, known }: Options): Promise<Got> {
  const responses: BoardResponse[] = [];
  let open = requests(ref, key);
  let etag: string | null = null;
  for (let round = 0; open.length > 0; round++) {
    const lists = open.filter((request) => request.details === undefined);
    const conditional = round === 0 && open.length === 1 && mark.body !== null ? mark.etag : null;
    for (const [i, asked] of (await all(fetcher, open, conditional)).entries()) {
      if (asked.status === 304 && conditional !== null) return { responses: [], unchanged: true, mark };
      responses.push({ request: open[i]!, status: asked.status, body: asked.body });
      if (round === 0 && open.length === 1) etag = asked.etag;
    }
    open = next(ref, responses, known);
    const listDone = open.every((request) => request.details !== undefined);
    if (lists.length > 0 && listDone && mark.body !== null && bodyOf(responses) === mark.body) return { responses, unchanged: true, mark: markOf(responses, etag) };
  }
  return { responses, unchanged: false, mark: markOf(responses, etag) };
}

/** What is kept of an answer. The ETag of the first of several pages would hide what changes on the others: a posting of theirs that came back would be taken for gone. */
function markOf(responses: readonly BoardResponse[], etag: string | null): Mark {
  const pages = responses.filter(({ request }) => request.details === undefined).length;
  return { etag: pages === 1 ? etag : null, body: bodyOf(responses) };
}

/** A hash of all that a board's list says. */
function bodyOf(responses: readonly BoardResponse[]): string {
  const hash = createHash("sha256");
  for (const { request, status, body } of responses) {
    if (request.details === undefined) hash.update(`${status} ${request.method} ${request.url} ${request.body ?? ""}\u0000${body}\u0000`);
  }
  return hash.digest("hex");
}

type AskedOnce = { status: number; body: string; etag: string | null };

async function all(fetcher: PoliteFetcher, open: readonly BoardRequest[], conditional: string | null): Promise<AskedOnce[]> {
  return Promise.all(open.map((request) => one(fetcher, request, conditional)));
}

async function one(fetcher: PoliteFetcher, { url, method, headers, body }: BoardRequest, conditional: string | null): Promise<AskedOnce> {
  try {
    const answer = await fetcher.ask({ url, method, headers: { ...headers, ...sinceHeaders(conditional) }, ...(body === undefined ? {} : { body }) });
    return { status: answer.status, body: answer.text, etag: etagOf(answer) };
  } catch (error) {
    // Its message stands in for the body: boards.ts says it where the board is not whole.
    if (error instanceof FetchRefused) return { status: 0, body: error.message, etag: null };
    throw error;
  }
}
