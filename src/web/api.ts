import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import type { App } from "../server/app.ts";
import type { Filters } from "./filters.ts";

const { api } = hc<App>(location.origin);

type Answered<T> = InferResponseType<T, 200>;
export type StatusAnswer = Answered<typeof api.status.$get>;
export type RolesAnswer = Answered<typeof api.market.roles.$get>;
export type RoleRow = RolesAnswer["rows"][number];
export type LayersAnswer = Answered<typeof api.market.layers.$get>;
export type PostingsPage = Answered<typeof api.postings.$get>;
export type PostingRow = PostingsPage["rows"][number];
export type PostingAnswer = Answered<(typeof api.postings)[":key"]["$get"]>;

/** A request that was answered with an error, in the server's own words. */
export class Refused extends Error {
  override name = "Refused";
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Asking again would bring the same answer. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refused && error.status < 500;
}

export function isMissing(error: unknown): boolean {
  return error instanceof Refused && error.status === 404;
}

export const status = () => queryOptions({ queryKey: ["status"], queryFn: async ({ signal }) => answer(await ask(api.status.$get({ query: {} }, { init: { signal } }))) });

export const roles = (filters: Filters & { role?: string }) =>
  queryOptions({ queryKey: ["roles", filters], placeholderData: keepPreviousData, queryFn: async ({ signal }) => answer(await ask(api.market.roles.$get({ query: said(filters) }, { init: { signal } }))) });

export const layers = (filters: Filters) =>
  queryOptions({ queryKey: ["layers", filters], placeholderData: keepPreviousData, queryFn: async ({ signal }) => answer(await ask(api.market.layers.$get({ query: said(filters) }, { init: { signal } }))) });

export const postings = (filters: Filters & { role?: string }) =>
  infiniteQueryOptions({
    queryKey: ["postings", filters],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PostingsPage) => page.next ?? undefined,
    queryFn: async ({ signal, pageParam }) => answer(await ask(api.postings.$get({ query: said({ ...filters, cursor: pageParam }) }, { init: { signal } }))),
  });

export const posting = (key: string) => queryOptions({ queryKey: ["posting", key], queryFn: async ({ signal }) => answer(await ask(api.postings[":key"].$get({ param: { key }, query: {} }, { init: { signal } }))) });

type Response200<R> = R extends { status: 200; json(): Promise<infer T> } ? T : never;

async function answer<R extends { ok: boolean; status: number; json(): Promise<unknown> }>(response: R): Promise<Response200<R>> {
  if (response.ok) return (await response.json()) as Response200<R>;
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new Refused(response.status, body?.error?.message ?? `The server answered ${response.status}.`);
}

/** A server that is not there has no answer to give: the browser's own words ("Failed to fetch") help nobody. */
async function ask<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof TypeError) throw new Error("Strata does not answer. Is it still running in its terminal? Start it again with: strata start", { cause: error });
    throw error;
  }
}

type Query = Parameters<typeof api.market.roles.$get>[0]["query"];

/** Without what is not said: the client would write "undefined" into the address. Lists may be left out, which their schema's input type does not show. */
function said(query: Record<string, string | undefined>): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query;
}
