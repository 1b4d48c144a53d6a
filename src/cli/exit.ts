/** How a command ends. `--help` prints this table. */
export const exit = { ok: 0, internal: 1, usage: 2, notAllRead: 3, unavailable: 4, held: 5, stopped: 130 } as const;

export const exitMeanings: readonly [code: number, meaning: string][] = [
  [exit.ok, "done"],
  [exit.internal, "a fault in Strata itself"],
  [exit.usage, "the command was not understood"],
  [exit.notAllRead, "some of the input was not read; each case is named and counted"],
  [exit.unavailable, "a file, address, disk or store cannot be used, or holds nothing to report"],
  [exit.held, "the market is in use by another process, which is named"],
  [exit.stopped, "stopped with Ctrl-C; what was done is kept"],
];
