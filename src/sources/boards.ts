import type { Ats, BoardRef } from "../terms/board-ref.ts";
import type { Found } from "../terms/found.ts";
import type { BoardRequest, BoardResponse, Lack, Listed, ListPage } from "./address.ts";
import { ashby } from "./ashby.ts";
import { type Board, fromBoard } from "./board.ts";
import { greenhouse } from "./greenhouse.ts";
import { hackernews } from "./hackernews.ts";
import { lever } from "./lever.ts";
import { personio } from "./personio.ts";
import { recruitee } from "./recruitee.ts";
import { responseValue } from "./response.ts";
import { smartrecruiters } from "./smartrecruiters.ts";
import { teamtailor } from "./teamtailor.ts";
import { workable } from "./workable.ts";
import { workday } from "./workday.ts";

/** Every kind of board that is fetched. A value in a file is taken for the first that knows it. */
export const boards: Record<Ats, Board> = { ashby, greenhouse, lever, smartrecruiters, workable, recruitee, personio, teamtailor, workday, hackernews };

/** The requests with which a board begins. `key`: of an API that wants one. */
export function requests(ref: BoardRef, key: string | null = null): BoardRequest[] {
  return kindOf(ref).address.list(ref, key);
}

/**
 * What is still to be asked after these responses: the board's other host, further pages, the texts of postings. Empty when there is nothing more.
 * `known`: postings whose text need not be got again, as far as the board tells that they have not changed.
 */
export function next(ref: BoardRef, responses: readonly BoardResponse[], known: (posting: Listed) => boolean = () => false): BoardRequest[] {
  const { address } = kindOf(ref);
  const made = new Set(responses.map(({ request }) => nameOf(request)));
  const unmade = (wanted: readonly BoardRequest[]): BoardRequest[] => wanted.filter((request) => !made.has(nameOf(request)));
  const at = standsAt(ref, responses);
  const lists = listsOf(responses);
  if (lists.length > 0 && lists.every(isAbsent)) {
    const other = address.otherwise?.(ref) ?? null;
    return other === null ? [] : unmade(address.list(other, null));
  }
  const pages = pagesOf(ref, responses);
  const more = unmade(address.more?.(at, pages) ?? []);
  // After a page that failed, or that brought nothing new, nothing can be whole: it costs the board no further requests.
  if (more.length > 0) return lists.some((one) => !isGood(one) && !isAbsent(one)) || !turns(ref, pages) ? [] : more;
  const { details } = address;
  if (details === undefined) return [];
  return unmade([...itemsOf(ref, pages)].filter(([, one]) => !known(one.listed)).map(([id, { item }]) => ({ ...details(at, item, id), details: id })));
}

/** The postings that stand on the board by its list, each id once. */
export function listed(ref: BoardRef, responses: readonly BoardResponse[]): Listed[] {
  return [...itemsOf(ref, pagesOf(ref, responses)).values()].map((one) => one.listed);
}

/** The postings of the board with their texts, and what is none, each named. Those whose text was not asked for are left out; `listed` has them. */
export function postings(ref: BoardRef, responses: readonly BoardResponse[]): Found[] {
  const board = kindOf(ref);
  const at = standsAt(ref, responses);
  const pages = pagesOf(ref, responses);
  const details = new Map(responses.flatMap((response) => (response.request.details === undefined ? [] : [[response.request.details, response] as const])));
  const found: Found[] = withoutId(ref, pages);
  for (const [id, { item }] of itemsOf(ref, pages)) {
    if (board.address.details === undefined) found.push(fromBoard(board, item, `posting ${id}`, at));
    else {
      const response = details.get(id);
      if (response !== undefined) found.push(detailed(board, response, id, at));
    }
  }
  return found;
}

/**
 * Why these responses are not the whole board; null where they are. It is a matter of the list, of which postings stand there: texts may still be to come, or fail (`postings` names those).
 * A board that is empty is none from which anything may be closed.
 */
export function lack(ref: BoardRef, responses: readonly BoardResponse[]): Lack | null {
  const { name, address } = kindOf(ref);
  const lists = listsOf(responses);
  if (lists.length > 0 && lists.every(isAbsent)) return { reason: "no such board", detail: `${name} knows no board "${ref.name}" (${lists[0]!.request.url} answered ${lists[0]!.status})` };
  const failed = lists.find((one) => !isGood(one) && !isAbsent(one)) ?? (lists.some(isGood) ? undefined : lists[0]);
  if (lists.length === 0 || failed !== undefined) return { reason: "not answered", detail: failed === undefined ? "nothing was asked" : unanswered(failed) };
  for (const one of lists.filter(isGood)) {
    const value = responseValue(one);
    if ("wrong" in value) return { reason: "not a board", detail: `${one.request.url}: ${value.wrong}` };
    if (address.items(value.value) === null) return { reason: "not a board", detail: `${one.request.url} answered something else than ${name}'s list of postings` };
  }
  return lackOfPages(ref, responses);
}

/** Whether these responses are the whole board. */
export function complete(ref: BoardRef, responses: readonly BoardResponse[]): boolean {
  return lack(ref, responses) === null;
}

function lackOfPages(ref: BoardRef, responses: readonly BoardResponse[]): Lack | null {
  const { name, address } = kindOf(ref);
  const pages = pagesOf(ref, responses);
  const ids = itemsOf(ref, pages).size;
  const bound = address.bound?.(pages) ?? null;
  if (bound !== null) return { reason: "not whole", detail: bound };
  const open = (address.more?.(standsAt(ref, responses), pages) ?? []).filter((request) => !responses.some((one) => nameOf(one.request) === nameOf(request)));
  if (open.length > 0) return { reason: "not whole", detail: `${open.length} more pages of the list are to be got` };
  const total = address.total?.(pages) ?? null;
  if (total !== null && total !== ids) return { reason: "not whole", detail: `${name} says it has ${total} postings, its list gave ${ids}` };
  const rows = pages.reduce((sum, page) => sum + (address.items(page.value)?.length ?? 0), 0);
  if (total === null && address.again === undefined && pages.length > 1 && rows !== ids) return { reason: "not whole", detail: `the pages of the list give ${rows} postings, but ${ids} different ones: it moved while it was read, or does not turn pages` };
  if (ids === 0) return { reason: "empty", detail: `${name} answers with no posting, as it also may for a board that it does not know` };
  return null;
}

function kindOf({ ats }: BoardRef): Board {
  return boards[ats];
}

/** The reference of the host that answered: the board's other one where the first does not know it. */
export function standsAt(ref: BoardRef, responses: readonly BoardResponse[]): BoardRef {
  const { address } = kindOf(ref);
  const other = address.otherwise?.(ref) ?? null;
  if (other === null) return ref;
  const there = new Set(address.list(other, null).map(nameOf));
  return responses.some((one) => isGood(one) && there.has(nameOf(one.request))) ? other : ref;
}

function pagesOf(ref: BoardRef, responses: readonly BoardResponse[]): ListPage[] {
  const { address } = kindOf(ref);
  return listsOf(responses).filter(isGood).flatMap((one) => {
    const value = responseValue(one);
    return "wrong" in value || address.items(value.value) === null ? [] : [{ request: one.request, value: value.value }];
  });
}

function itemsOf(ref: BoardRef, pages: readonly ListPage[]): Map<string, { item: unknown; listed: Listed }> {
  const { address } = kindOf(ref);
  const found = new Map<string, { item: unknown; listed: Listed }>();
  for (const item of pages.flatMap(({ value }) => address.items(value) ?? [])) {
    const stands = address.listed(item);
    if (stands === null) continue;
    const there = found.get(stands.id);
    if (there === undefined || (address.again?.(there.item) === true && !address.again(item))) found.set(stands.id, { item, listed: stands });
  }
  return found;
}

/** Whether the last page brought a posting that those before had not. */
function turns(ref: BoardRef, pages: readonly ListPage[]): boolean {
  return pages.length < 2 || itemsOf(ref, pages).size > itemsOf(ref, pages.slice(0, -1)).size;
}

function withoutId(ref: BoardRef, pages: readonly ListPage[]): Found[] {
  const board = kindOf(ref);
  const items = pages.flatMap(({ value }) => board.address.items(value) ?? []);
  return items.flatMap((item, i) => (board.address.listed(item) === null ? [{ problem: { where: `posting ${i + 1} of the list`, reason: `not as ${board.name} writes a posting`, detail: "it has no id" } }] : []));
}

/** Where nothing came (status 0), the body is what went wrong, which names the address itself. */
function unanswered({ request, status, body }: BoardResponse): string {
  return status === 0 ? body.slice(0, 300) : `${request.url} answered ${status}`;
}

function detailed(board: Board, response: BoardResponse, id: string, ref: BoardRef): Found {
  const where = `posting ${id}`;
  if (isAbsent(response)) return { problem: { where, reason: "taken down while the board was read", detail: `${response.request.url} answered ${response.status}` } };
  if (!isGood(response)) return { problem: { where, reason: "its text was not answered", detail: unanswered(response) } };
  const value = responseValue(response);
  if ("wrong" in value) return { problem: { where, reason: "its text is not readable", detail: `${response.request.url}: ${value.wrong}` } };
  return fromBoard(board, value.value, where, ref);
}

function listsOf(responses: readonly BoardResponse[]): BoardResponse[] {
  return responses.filter(({ request }) => request.details === undefined);
}

function isGood({ status }: BoardResponse): boolean {
  return status >= 200 && status < 300;
}

function isAbsent({ status }: BoardResponse): boolean {
  return status === 404 || status === 410;
}

/** Two requests of the same name are the same. */
function nameOf({ method, url, body = "" }: BoardRequest): string {
  return `${method} ${url} ${body}`;
}
