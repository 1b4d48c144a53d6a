import type { Reading } from "../../terms/reading.ts";

/** A description as it is written: what the fields of the page hold. */
export type Draft = { title: string; location: string; company: string; salary: string; text: string };

export const emptyDraft: Draft = { title: "", location: "", company: "", salary: "", text: "" };

/** What the page asks the reader in its worker. `turn` rises with every question; an answer bears the turn of its own. */
export type Asked = { turn: number; read: Draft } | { turn: number; markup: string };

/** `at` says where each unit of the reading's body stands in `draft.text`. */
export type LiveReading = { draft: Draft; reading: Reading; text: string; bodyStart: number; at: Int32Array };

export type Answered = { turn: number; live: LiveReading } | { turn: number; lines: string } | { turn: number; failed: string } | { turn: number; overtaken: true };

/** Longer texts, some sixty pages, are not read while they are written: no description is, and a book must not keep a core busy at every key. */
export const LIVE_UNITS = 200_000;
