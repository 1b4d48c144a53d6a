import { assert, json as anyJson, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { parseAnswer } from "./answer.ts";

const good = { role: { value: "ml-engineer", quotes: ["train models"] }, layer: { value: "model", quotes: ["train models"] }, seniority: { value: null, quotes: [] } };
const json = JSON.stringify(good);

test.each([json, ` ${json}\n`, `\`\`\`json\n${json}\n\`\`\``, `\`\`\`\n${json}\n\`\`\``])("takes %s", (written) => expect(parseAnswer(written)).toEqual({ answer: good }));

test.each([
  "lorem ipsum", `Here you go: ${json}`, `${json}${json}`, `<think>hm</think>${json}`, "[]", "null", "7", '"ml-engineer"', "{}", json.slice(0, -5), "[".repeat(50_000), '{"a":'.repeat(50_000),
  JSON.stringify({ ...good, command: "rm -rf /" }), JSON.stringify({ ...good, role: { value: "ceo", quotes: [] } }), JSON.stringify({ ...good, role: { ...good.role, note: "x" } }), JSON.stringify({ ...good, role: "ml-engineer" }),
  JSON.stringify({ ...good, layer: { value: ["model"], quotes: [] } }), JSON.stringify({ ...good, layer: { value: "model", quotes: [7] } }), JSON.stringify({ ...good, layer: { value: "model", quotes: Array.from({ length: 11 }, () => "train models") } }),
  json.replace("{", '{"__proto__":{"polluted":1},'), json.replace("{", '{"constructor":{"prototype":{"polluted":1}},'),
])("does not take %.60s", (written) => {
  expect(parseAnswer(written)).toEqual({ why: "not in the form" });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test.each(["", "  \n", "I'm sorry, but I can't help with that.", "I cannot assist with this request.", "Es tut mir leid, das geht nicht.", "Désolé, je ne peux pas."])("%j is a refusal", (written) => expect(parseAnswer(written)).toEqual({ why: "declined" }));

test("whatever is written gives an answer of the form or a reason", () => {
  assert(property(oneof(string(), anyJson()), (written) => ["declined", "not in the form"].includes((parseAnswer(written) as { why: string }).why)));
});
