import type { Answer, WithAbsent } from "../market/questions/answer.ts";
import { questionOf, type QuestionName } from "../market/questions/catalogue.ts";
import { QuestionRefused, StoreHeld, StoreUnusable } from "../market/problems.ts";
import { refusals } from "../terms/refusal.ts";
import { askServer, hangs } from "./ask-server.ts";
import { asOption, UsageError } from "./command.ts";

type Asked = Record<string, string | string[]>;
type Heard = { answer: WithAbsent<Answer<unknown>>; notices: readonly string[] };

/** Puts a question to the market under `dir`; where a running server holds it, to that server. */
export async function ask(name: QuestionName, asked: Asked, dir: string): Promise<Heard> {
  const parsed = questionOf(name).asks.safeParse(asked);
  if (!parsed.success) throw new UsageError(refusals(parsed.error, asked, asOption).join("; "));
  try {
    return await askStore(name, parsed.data, dir);
  } catch (error) {
    if (!(error instanceof StoreHeld) || error.address === null) throw error;
    return { answer: await askHolder(error.address, name, asked, error), notices: [] };
  }
}

async function askStore(name: QuestionName, question: Record<string, unknown>, dir: string): Promise<Heard> {
  const [{ openMarket }, { askNamed }] = await Promise.all([import("../market/store.ts"), import("../market/ask.ts")]);
  const market = await openMarket(dir, { verb: "market", readOnly: true });
  try {
    return { answer: await askNamed(market, name, question), notices: market.notices };
  } finally {
    await market.close();
  }
}

/** A server that runs answers at once; one that hangs must not hold up who asks. */
const serverMs = 5000;

async function askHolder(address: string, name: QuestionName, asked: Asked, held: StoreHeld): Promise<WithAbsent<Answer<unknown>>> {
  const query = new URLSearchParams(Object.entries(asked).map(([key, values]) => [key, [values].flat().join(",")]));
  const said = await askServer(address, { path: `/api/market/${name}?${query}`, totalMs: questionOf(name).waitMs ?? serverMs }).catch((error: Error) => {
    throw hangs(held, error);
  });
  // A server that was started before an update may not know of what is absent.
  if (said.ok) return { absent: [], ...(JSON.parse(said.text) as Answer<unknown>) };
  throw said.status === 400 ? new QuestionRefused(said.message) : new StoreUnusable(`The server at ${address} could not answer: ${said.message}`);
}
