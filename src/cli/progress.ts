import type { Shell } from "./command.ts";
import { counted, plural } from "./table.ts";
import { printable } from "./terminal.ts";

/** Progress of long work on standard error: one line that is redrawn on a terminal, else a line every few seconds. */
export class Progress {
  readonly #shell: Shell;
  readonly #totalBytes: number;
  readonly #began: number;
  readonly #everyMs: number;
  #last = 0;
  #drawn = 0;
  #told = false;
  #counted = "";

  constructor(shell: Shell, totalBytes: number) {
    this.#shell = shell;
    this.#totalBytes = totalBytes;
    this.#began = shell.now().getTime();
    this.#everyMs = shell.err.isTTY ? 100 : 5000;
    // On a terminal the line stands from the start.
    if (shell.err.isTTY) this.update(0, 0);
    else this.#last = this.#began;
  }

  update(bytes: number, postings: number): void {
    if (this.#shell.now().getTime() - this.#last >= this.#everyMs) this.#count(bytes, postings);
  }

  /** The last line counts all, where any line was told. */
  end(bytes: number, postings: number): void {
    if (this.#told) this.#count(bytes, postings);
  }

  #count(bytes: number, postings: number): void {
    // Nothing came since: while one posting is slow, a log would say the same again and again.
    const so = `${bytes} ${postings}`;
    if (so === this.#counted) return;
    this.#counted = so;
    const now = this.#shell.now().getTime();
    this.#last = now;
    this.#draw(barOf(bytes, this.#totalBytes), progressLine(bytes, this.#totalBytes, postings, (now - this.#began) / 1000));
  }

  /** Progress by things that are done: "12 of 500 sources · ashby:acme". */
  step(done: number, all: number, things: string, last: string): void {
    const now = this.#shell.now().getTime();
    if (now - this.#last < this.#everyMs) return;
    this.#last = now;
    const seconds = (now - this.#began) / 1000;
    const left = done < all && seconds > 3 ? ` · ${durationOf((seconds / done) * (all - done))} left` : "";
    this.#draw(barOf(done, all), `${counted(done)} of ${counted(all)} ${things}${left} · ${printable(last)}`);
  }

  #draw(bar: string, line: string): void {
    this.#told = true;
    if (!this.#shell.err.isTTY) {
      this.#shell.err.write(`${line}\n`);
      return;
    }
    const fitted = `${bar} ${line}`.slice(0, (this.#shell.err.columns || 80) - 1);
    this.#shell.err.write(`\r${fitted.padEnd(this.#drawn)}`);
    this.#drawn = fitted.length;
  }

  /** Takes the line away, for what is said next. */
  clear(): void {
    if (this.#drawn > 0) this.#shell.err.write(`\r${" ".repeat(this.#drawn)}\r`);
    this.#drawn = 0;
    this.#counted = "";
  }
}

/** `progressLine(50, 100, 2000, 4)` → `"50 % · 2,000 postings · 500/s · 4 s left"` */
function progressLine(bytes: number, totalBytes: number, postings: number, seconds: number): string {
  const part = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : null;
  const rate = seconds > 0 ? `${counted(Math.round(postings / seconds))}/s` : null;
  // All is in where nothing is left to read from the files; what came last is still being read.
  const left = part !== null && part > 0.01 && part < 1 ? `${durationOf((seconds * (1 - part)) / part)} left` : null;
  return [part === null ? null : `${Math.floor(part * 100)} %`, plural(postings, "posting"), rate, left].filter(Boolean).join(" · ");
}

function barOf(bytes: number, totalBytes: number): string {
  const width = 20;
  const full = totalBytes > 0 ? Math.round(Math.min(1, bytes / totalBytes) * width) : 0;
  return `${"█".repeat(full)}${"░".repeat(width - full)}`;
}

function durationOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
