import { queryOptions } from "@tanstack/react-query";
import type { Dropped, RefreshState, Source } from "../terms/source.ts";
import { answer, api, ask } from "./api.ts";

export const sources = () => queryOptions({ queryKey: ["sources"], queryFn: async ({ signal }): Promise<Source[]> => (await answer(await ask(api.sources.$get({ query: {} }, { init: { signal } })))).rows });

export const dropped = () => queryOptions({ queryKey: ["sources", "dropped"], queryFn: async ({ signal }): Promise<Dropped[]> => (await answer(await ask(api.sources.dropped.$get({ query: {} }, { init: { signal } })))).rows });

export const refreshState = () => queryOptions({ queryKey: ["refresh"], queryFn: async ({ signal }): Promise<RefreshState> => answer(await ask(api.sources.refresh.$get({ query: {} }, { init: { signal } }))) });

export const addSource = async (source: string) => answer(await ask(api.sources.$post({ query: {}, json: { source } })));

/** Begins to fetch the sources that are named, or those that are due. */
export const startRefresh = async (names?: string[]): Promise<RefreshState> => answer(await ask(api.sources.refresh.$post({ query: {}, json: names === undefined ? {} : { sources: names } })));

export const cancelRefresh = async (): Promise<RefreshState> => answer(await ask(api.sources.refresh.$delete({ query: {} })));

/** `leaving`: the page is being closed, and the request must outlive it. */
export const removeSource = async (source: string, leaving = false) => answer(await ask(api.sources.$delete({ query: { source } }, { init: { keepalive: leaving } })));

export const refreshEvents = "/api/sources/refresh/events";
