import type { Answer } from "../market/questions/answer.ts";
import { questionOf, type QuestionName } from "../market/questions/catalogue.ts";
import { QuestionRefused, StoreHeld, StoreUnusable } from "../market/problems.ts";
import { messageIn } from "./server-message.ts";
import { UsageError } from "./command.ts";

type Asked = Record<string, string | string[]>;
type Heard = { answer: Answer<unknown>; notices: readonly string[] };

/** Puts a question to the market under `dir`; where a running server holds it, to that server. */
export async function ask(name: QuestionName, asked: Asked, dir: string): Promise<Heard> {
  const parsed = questionOf(name).asks.safeParse(asked);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`).join("; "));
  try {
    return await askStore(name, parsed.data, dir);
  } catch (error) {
    if (!(error instanceof StoreHeld) || error.address === null) throw error;
    return { answer: await askServer(error.address, name, asked, error), notices: [] };
  }
}

async function askStore(name: QuestionName, question: Record<string, unknown>, dir: string): Promise<Heard> {
  const { openMarket } = await import("../market/store.ts");
  const market = await openMarket(dir, { verb: "market", readOnly: true });
  try {
    return { answer: await questionOf(name).ask(market, question), notices: market.notices };
  } finally {
    await market.close();
  }
}

/** A server that runs answers at once; one that hangs must not hold up who asks. */
const serverMs = 5000;

/** Asks the server that the store's lock names: a program of this machine's own, so private addresses are as they should be. */
async function askServer(address: string, name: QuestionName, asked: Asked, held: StoreHeld): Promise<Answer<unknown>> {
  const query = new URLSearchParams(Object.entries(asked).map(([key, values]) => [key, [values].flat().join(",")]));
  const { guardedFetch } = await import("../sources/fetching/fetch.ts");
  const asking = guardedFetch({ allowPrivate: true, totalMs: questionOf(name).waitMs ?? serverMs });
  const { status, text } = await asking({ url: `${address}/api/market/${name}?${query}`, method: "GET", headers: { accept: "application/json" } }).catch((error: Error) => {
    throw new StoreHeld(`${held.message} It could not be asked: ${error.message}.\nLook at that process; if it hangs, end it, then run this command again.`, null);
  });
  if (status < 300) return JSON.parse(text) as Answer<unknown>;
  const message = messageIn(text) ?? `${address} answered ${status}`;
  throw status === 400 ? new QuestionRefused(message) : new StoreUnusable(`The server at ${address} could not answer: ${message}`);
}
