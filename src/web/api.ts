import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import type { App } from "../server/app.ts";
import type { UnknownName } from "../terms/market-name.ts";
import { type Filters, queryOf } from "./filters.ts";
import { commandHere } from "./command-here.ts";
import { setReachable } from "./reachable.ts";
import { shellWords } from "./words/shell.ts";

export const { api } = hc<App>(location.origin);

export type Answered<T> = InferResponseType<T, 200>;
type MarketApi = typeof api.market;
export type QuestionName = keyof MarketApi & string;
/** What a question of the market's catalogue is answered with. */
export type AnswerOf<Name extends QuestionName> = Answered<MarketApi[Name]["$get"]>;
export type StatusAnswer = Answered<typeof api.status.$get>;
export type RolesAnswer = AnswerOf<"roles">;
export type RoleRow = RolesAnswer["rows"][number];
export type OverviewRow = AnswerOf<"overview">["rows"][number];
export type LayersAnswer = AnswerOf<"layers">;
export type PostingsPage = Answered<typeof api.postings.$get>;
export type PostingRow = PostingsPage["rows"][number];
export type PostingAnswer = Answered<(typeof api.postings)[":key"]["$get"]>;

export type SimilarAnswer = Answered<(typeof api.postings)[":key"]["similar"]["$get"]>;

/** A request that was answered with an error, in the server's own words. */
export class Refused extends Error {
  override name = "Refused";
  readonly status: number;
  /** The names that mean nothing in this market, where that is why. */
  readonly names: readonly UnknownName[];
  constructor(status: number, message: string, names: readonly UnknownName[] = []) {
    super(message);
    this.status = status;
    this.names = names;
  }
}

/** No server was there to answer. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/** Asking again would bring the same answer. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refused && error.status < 500;
}

/** The names that a question was refused for; none where it failed for another reason, or did not. */
export function unknownNames(error: unknown): readonly UnknownName[] {
  return error instanceof Refused ? error.names : [];
}

export function isMissing(error: unknown): boolean {
  return error instanceof Refused && error.status === 404;
}

export const status = () => queryOptions({ queryKey: ["status"], queryFn: async ({ signal }) => answer(await ask(api.status.$get({ query: {} }, { init: { signal } }))) });

/** Any question of the market, under its name and with its parameters: `useQuery(question("roles", filters))`. While other filters are asked, the answer before stays. */
export function question<Name extends QuestionName>(name: Name, asked: object = {}) {
  const query = queryOf(asked);
  const get = api.market[name].$get as unknown as (args: { query: object }, options: { init: RequestInit }) => Promise<{ ok: boolean; status: 200; json(): Promise<AnswerOf<Name>> }>;
  return queryOptions({ queryKey: ["market", name, query], placeholderData: keepPreviousData, queryFn: async ({ signal }): Promise<AnswerOf<Name>> => answer(await ask(get({ query }, { init: { signal } }))) });
}

export const postings = (filters: Filters & { limit?: number }) =>
  infiniteQueryOptions({
    queryKey: ["postings", queryOf(filters)],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PostingsPage) => page.next ?? undefined,
    queryFn: async ({ signal, pageParam }) => answer(await ask(api.postings.$get({ query: queryOf({ ...filters, cursor: pageParam }) as Query }, { init: { signal } }))),
  });

/** The newest few postings with these words in their title. */
export const postingsByTitle = (title: string) =>
  queryOptions({ queryKey: ["postings-by-title", title], queryFn: async ({ signal }) => answer(await ask(api.postings.$get({ query: { title, limit: "6" } as Query }, { init: { signal } }))) });

/** What is called so, and where nothing is, what may have been meant. */
export const called = (name: string) => queryOptions({ queryKey: ["names", name], queryFn: async ({ signal }) => answer(await ask(api.names.$get({ query: { called: name } }, { init: { signal } }))) });

export const posting = (key: string) => queryOptions({ queryKey: ["posting", key], queryFn: async ({ signal }) => answer(await ask(api.postings[":key"].$get({ param: { key }, query: {} }, { init: { signal } }))) });

export const similar = (key: string) => queryOptions({ queryKey: ["similar", key], queryFn: async ({ signal }) => answer(await ask(api.postings[":key"].similar.$get({ param: { key }, query: {} as { limit?: string } }, { init: { signal } }))) });

type Response200<R> = R extends { status: 200; json(): Promise<infer T> } ? T : never;

/** What a request was answered with; throws Refused where it was refused. */
export async function answer<R extends { ok: boolean; status: number; json(): Promise<unknown> }>(response: R): Promise<Response200<R>> {
  if (response.ok) return (await response.json()) as Response200<R>;
  throw await refusalOf(response);
}

/** The same of an address, for answers that the client has no type of: files, and what depends on what is sent. */
export async function answerOf<T>(path: string, init: RequestInit, body: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>): Promise<T> {
  const response = await ask(fetch(path, init));
  if (response.ok) return body(response);
  throw await refusalOf(response);
}

async function refusalOf(response: { status: number; json(): Promise<unknown> }): Promise<Refused> {
  const body = (await response.json().catch(() => null)) as { error?: { message?: string; names?: UnknownName[] } } | null;
  return new Refused(response.status, body?.error?.message ?? `The server answered ${response.status}.`, body?.error?.names);
}

/** A server that is not there has no answer to give: the browser's own words ("Failed to fetch") help nobody. */
export async function ask<T>(request: Promise<T>): Promise<T> {
  try {
    const response = await request;
    setReachable(true);
    return response;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    setReachable(false);
    throw new Unreachable(commandHere(shellWords.failed.unreachable), { cause: error });
  }
}

/** Lists may be left out, which their schema's input type does not show. */
type Query = Parameters<typeof api.postings.$get>[0]["query"];
