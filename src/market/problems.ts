import { type UnknownName, unknownText } from "../terms/market-name.ts";

/** The store is in use by another process, named in the message. `address` is its server, where it has one. */
export class StoreHeld extends Error {
  readonly address: string | null;
  constructor(message: string, address: string | null) {
    super(message);
    this.address = address;
  }
}

/** The store cannot be used as it is: missing, of a newer version, or damaged. The message says which file and what to do. */
export class StoreUnusable extends Error {}

/** A table of exchange rates that cannot be used; the message names the line and what would do. */
export class RatesUnusable extends Error {}

/** A question that this market cannot be asked as it was put; the message says what can be. */
export class QuestionRefused extends Error {
  override name = "QuestionRefused";
}

/** A skill, a city or an employer was asked for by a name that means nothing here. The message says which, and what may have been meant. */
export class UnknownNames extends QuestionRefused {
  readonly names: readonly UnknownName[];
  constructor(names: readonly UnknownName[]) {
    super(names.slice(0, mostTold).map(unknownText).join("; "));
    this.names = names;
  }
}

/** Nobody reads more at once. */
export const mostTold = 5;

/** A source that was asked for by a name under which none is followed. */
export class UnknownSource extends Error {}

/** Another refresh of this market is under way. */
export class RefreshUnderWay extends Error {}
