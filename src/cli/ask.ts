import type { Answer } from "../market/questions/answer.ts";
import { PayQuestion } from "../market/questions/pay.ts";
import { Cut } from "../market/questions/cut.ts";
import { SkillsQuestion } from "../market/questions/skills.ts";
import { StoreHeld } from "../market/problems.ts";
import { fetchBody } from "../sources/guard.ts";
import { wholeText } from "../sources/json.ts";
import { UsageError } from "./command.ts";

export const questions = { roles: Cut, layers: Cut, skills: SkillsQuestion, pay: PayQuestion } as const;
export type QuestionName = keyof typeof questions;

/** Puts a question to the market under `dir`; where a running server holds it, to that server. */
export async function ask(name: QuestionName, filters: Record<string, string | string[]>, dir: string): Promise<{ answer: Answer<never>; notices: readonly string[] }> {
  const parsed = questions[name].safeParse(filters);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map((issue) => `--${String(issue.path[0])}: ${issue.message}`).join("; "));
  try {
    return await askStore(name, parsed.data, dir);
  } catch (error) {
    if (!(error instanceof StoreHeld) || error.address === null) throw error;
    return { answer: await askServer(error.address, name, filters, error), notices: [] };
  }
}

async function askStore(name: QuestionName, question: never | Cut, dir: string): Promise<{ answer: Answer<never>; notices: readonly string[] }> {
  const { openMarket } = await import("../market/store.ts");
  const market = await openMarket(dir, { verb: "market", readOnly: true });
  try {
    const asking = {
      roles: async () => (await import("../market/questions/roles.ts")).askRoles(market, question),
      layers: async () => (await import("../market/questions/layers.ts")).askLayers(market, question),
      skills: async () => (await import("../market/questions/skills.ts")).askSkills(market, question as never),
      pay: async () => (await import("../market/questions/pay.ts")).askPay(market, question as never),
    };
    return { answer: (await asking[name]()) as Answer<never>, notices: market.notices };
  } finally {
    await market.close();
  }
}

/** A server that runs answers at once; one that hangs must not hold up who asks. */
const serverMs = 5000;

/** Asks the server that the store's lock names: a program of this machine's own, so private addresses are as they should be. */
async function askServer(address: string, name: QuestionName, filters: Record<string, string | string[]>, held: StoreHeld): Promise<Answer<never>> {
  const query = new URLSearchParams(Object.entries(filters).map(([key, values]) => [key, [values].flat().join(",")]));
  try {
    const { body } = await fetchBody(`${address}/api/market/${name}?${query}`, { allowPrivate: true, totalMs: serverMs });
    return JSON.parse((await wholeText(body)) ?? "") as Answer<never>;
  } catch (error) {
    throw new StoreHeld(`${held.message} It could not be asked: ${(error as Error).message}.\nLook at that process; if it hangs, end it, then run this command again.`, null);
  }
}
