/** An address that was refused, or that did not answer as it should; the message names it. `passing`: it may go better a little later. */
export class FetchRefused extends Error {
  readonly passing: boolean;
  constructor(message: string, options: ErrorOptions & { passing?: boolean } = {}) {
    super(message, options);
    this.passing = options.passing ?? false;
  }
}

/** An address that is no public one, or a name that leads to such: of this machine, of the network around it. */
export class NotPublic extends FetchRefused {}

/** No host could be reached at all: there is no network, or no way out of it. Asking the next would end the same. */
export class NoNetwork extends FetchRefused {}

/** A host that failed so often, or said so, that it is not asked again before `until` (milliseconds since 1970). */
export class HostResting extends FetchRefused {
  readonly until: number;
  constructor(host: string, until: number, why: string) {
    super(`${host} is not asked again before ${new Date(until).toISOString().slice(0, 16)}Z: ${why}`);
    this.until = until;
  }
}

/** What a person gave is no source that can be followed; the message says why and what can. */
export class NoSource extends Error {}
