import type { Answer } from "../market/questions/answer.ts";
import { questionOf, type QuestionName } from "../market/questions/catalogue.ts";
import { StoreHeld } from "../market/problems.ts";
import { fetchBody } from "../sources/guard.ts";
import { wholeText } from "../sources/json.ts";
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
  try {
    const { body } = await fetchBody(`${address}/api/market/${name}?${query}`, { allowPrivate: true, totalMs: questionOf(name).waitMs ?? serverMs });
    return JSON.parse((await wholeText(body)) ?? "") as Answer<unknown>;
  } catch (error) {
    throw new StoreHeld(`${held.message} It could not be asked: ${(error as Error).message}.\nLook at that process; if it hangs, end it, then run this command again.`, null);
  }
}
