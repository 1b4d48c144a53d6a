import { availableParallelism } from "node:os";
import type { Readable, Writable } from "node:stream";
import type { World } from "../sources/fetching/polite.ts";
import type { Written } from "../terms/refusal.ts";

/** An option of a verb. With `value` (a word such as "DIR") it takes one, and several where it is `many`. */
export type Option = { name: string; short?: string; value?: string; many?: boolean; choices?: readonly string[]; about: string };

/** What a command was given: options by name, and the words beside them. */
export type Given = { one: (name: string) => string | null; all: (name: string) => string[]; is: (name: string) => boolean; operands: string[] };

/** The world around a command, so that it can run in a test. */
export type Shell = { in: Readable; out: Writable & { isTTY?: boolean; columns?: number }; err: Writable & { isTTY?: boolean; columns?: number }; env: Record<string, string | undefined>; now: () => Date;
  /** How other machines are asked, where not by the network. */
  world?: World;
  /** Builds the pages where this is a checkout whose sources are newer. */
  buildPages?: () => Promise<void>;
};

/** A verb of `strata`: what its help says, and what it does. `run` gives the exit code (exit.ts). */
export type Command = {
  verb: string;
  about: string;
  usage: readonly string[];
  /** The words it takes beside options, where they are a fixed list. */
  operands?: { name: string; list: readonly (readonly [word: string, about: string])[] };
  options: readonly Option[];
  examples: readonly (readonly [command: string, does: string])[];
  /** The codes it ends with beside those of every verb (exit.ts). */
  ends: readonly number[];
  run: (given: Given, shell: Shell) => Promise<number>;
};

/** The command line was not understood; the message says what to write instead. */
export class UsageError extends Error {}

/** A parameter that its schema refused, as it was given here: `employeesThere` as `--employees-there`. */
export const asOption: Written = (name, value) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${value === null ? "" : ` ${value}`}`;

/** A file, address or disk that cannot be used, or a market that holds nothing of what a report is to be of; the message names it and what to do. */
export class Unavailable extends Error {}

/** Where the market lives: `--data`, else STRATA_DATA, else `.strata` in the current directory. */
export const dataOption: Option = { name: "data", value: "DIR", about: "where the market is kept (else $STRATA_DATA, else .strata here)" };

export function dataDir(given: Given, shell: Shell): string {
  return given.one("data") ?? (shell.env.STRATA_DATA || ".strata");
}

/** Writes and waits where the reader is slow, so that nothing piles up in memory. */
export async function put(to: Writable, text: string | Uint8Array): Promise<void> {
  if (to.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error): void => {
      to.off("drain", done).off("error", done).off("close", done);
      if (error instanceof Error) reject(error);
      else resolve();
    };
    to.on("drain", done).on("error", done).on("close", done);
  });
}

/** Each thread has the reader compiled for itself, for 3 s of processor time and its own memory: a number above this, and above the cores there are, is a slip. */
const surelyMeant = 16;

/** How many threads can be asked for on a machine of so many cores. */
export function mostWorkers(cores = availableParallelism()): number {
  return Math.max(surelyMeant, cores);
}

/** How many threads read, from --workers; `usual` where it was not given. */
export function workersOf(given: Pick<Given, "one">, usual: number, most = mostWorkers()): number {
  const text = given.one("workers");
  if (text === null) return usual;
  const workers = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : Infinity;
  if (workers > most) throw new UsageError(`--workers takes a whole number from 1 to ${most}, not "${text}"`);
  return workers;
}
