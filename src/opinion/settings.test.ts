import { describe, expect, test } from "vitest";
import { OpinionUnusable } from "./problems.ts";
import { opinionSettings } from "./settings.ts";

const secret = "sk-canary-000";
const set = (more: Record<string, string>) => opinionSettings({ STRATA_MODEL_URL: "https://api.example.com/v1", STRATA_MODEL_NAME: "m", STRATA_MODEL_KEY: secret, ...more })!;

test("off where no address is set, whatever else is", () => {
  expect(opinionSettings({})).toBeNull();
  expect(opinionSettings({ STRATA_MODEL_URL: "", STRATA_MODEL_NAME: "m", STRATA_MODEL_KEY: secret, OPENAI_API_KEY: secret, OPENAI_BASE_URL: "https://api.example.com" })).toBeNull();
});

test("what stands where nothing is said", () => expect(set({})).toMatchObject({ runs: 5, widest: 0.4, callTokens: 20_000, dayTokens: 500_000, answerTokens: 1000, timeoutMs: 60_000, ownNetwork: false }));

describe("the own network is reached only where the person named it", () => {
  test.each(["http://localhost:11434/v1", "http://127.0.0.1:8080/v1", "http://[::1]:8080/v1", "http://192.168.1.7/v1", "http://ollama:11434/v1", "http://gpu.local/v1", "http://llm.internal/v1"])("%s names it", (url) => {
    expect(set({ STRATA_MODEL_URL: url }).ownNetwork).toBe(true);
  });
  test.each(["https://api.example.com/v1", "https://1.1.1.1/v1", "https://localhost.example.com/v1", "https://127.0.0.1.example.com/v1"])("%s does not", (url) => {
    expect(set({ STRATA_MODEL_URL: url }).ownNetwork).toBe(false);
    expect(set({ STRATA_MODEL_URL: url, STRATA_MODEL_PRIVATE: "1" }).ownNetwork).toBe(true);
  });
});

test.each<[Record<string, string>, RegExp]>([
  [{ STRATA_MODEL_URL: `https://user:${secret}@api.example.com/v1` }, /STRATA_MODEL_URL must have no user name/],
  [{ STRATA_MODEL_URL: `https://api.example.com/v1?key=${secret}` }, /STRATA_MODEL_URL must have no/],
  [{ STRATA_MODEL_URL: `file:///${secret}` }, /STRATA_MODEL_URL must be an http or https address/],
  [{ STRATA_MODEL_URL: secret }, /STRATA_MODEL_URL must be/],
  [{ STRATA_MODEL_URL: "http://api.example.com/v1" }, /must begin with https/],
  [{ STRATA_MODEL_NAME: "" }, /STRATA_MODEL_NAME is not set/],
  [{ STRATA_MODEL_KEY: `${secret}\r\nx-evil: 1` }, /STRATA_MODEL_KEY must be one line/],
  [{ STRATA_MODEL_RUNS: "0" }, /STRATA_MODEL_RUNS must be at least 1/],
  [{ STRATA_MODEL_RUNS: "1000" }, /STRATA_MODEL_RUNS must be at most 25/],
  [{ STRATA_MODEL_RUNS: "five" }, /STRATA_MODEL_RUNS must be a whole number/],
  [{ STRATA_MODEL_SPREAD: "1" }, /STRATA_MODEL_SPREAD must be a number from 0/],
  [{ STRATA_MODEL_CALL_TOKENS: "100" }, /STRATA_MODEL_CALL_TOKENS must be at least 5000/],
  [{ STRATA_MODEL_ANSWER_TOKENS: "30000" }, /STRATA_MODEL_CALL_TOKENS must be at least 34500/],
  [{ STRATA_MODEL_LIMIT_FIELD: "n" }, /STRATA_MODEL_LIMIT_FIELD must be max_tokens or/],
  [{ STRATA_MODEL_PRIVATE: "yes" }, /STRATA_MODEL_PRIVATE must be 0 or 1/],
])("%j is refused by name, without the key", (more, message) => {
  expect(() => set(more)).toThrow(OpinionUnusable);
  expect(() => set(more)).toThrow(message);
  expect(() => set(more)).not.toThrow(secret);
});
