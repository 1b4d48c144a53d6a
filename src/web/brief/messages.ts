import type { Lines } from "./lines.ts";
import type { BriefOutputs, Scorecards } from "../../terms/brief-outputs.ts";
import type { MarketKey } from "../../brief/fitting-market.ts";
import type { Brief, BriefMarket } from "../../terms/brief.ts";
import type { TransparencyRule } from "../../terms/transparency.ts";

/** A description as it is written: what the fields of the page hold. `places` and `employees` are asked for by rules on pay and are no part of it. */
export type Draft = { title: string; location: string; company: string; salary: string; text: string; places: string; employees: string; /** The role that is meant, in place of what it reads as; empty: as it reads. */ role: string };

export const emptyDraft: Draft = { title: "", location: "", company: "", salary: "", text: "", places: "", employees: "", role: "" };

/** What a draft is held against in the browser: rules and market as the server last told them, the market with what it was asked by. With scorecards, what is made of the brief is made too. */
export type Against = { rules: readonly TransparencyRule[]; market: { told: BriefMarket; asked: MarketKey } | null; day: string; scorecards: Scorecards | null };

/** What the page asks the reader in its worker. `turn` rises with every draft; an answer bears the turn of its question. `against` has no answer: it holds for what is read from then on. */
export type Asked = { turn: number; read: Draft } | { turn: number; markup: string } | { against: Against };

/** `at` says where each unit of the brief's text from `bodyStart` on stands in `draft.text`. */
export type LiveBrief = { draft: Draft; brief: Brief; outputs: BriefOutputs | null; bodyStart: number; at: Int32Array; /** Of the places that were typed, those that nobody knows. */ unknownPlaces: string[] };

export type Answered = { turn: number; live: LiveBrief } | ({ turn: number } & Lines) | { turn: number; failed: string } | { turn: number; overtaken: true };

/** Longer texts, some sixty pages, are not read while they are written: no description is, and a book must not keep a core busy at every key. */
export const LIVE_UNITS = 200_000;
