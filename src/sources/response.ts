import { parseJson } from "../lib/parse-json.ts";
import type { BoardResponse } from "./address.ts";

/** A response's body parsed, or what keeps it from being so. */
export type ResponseValue = { value: unknown } | { wrong: string };

/** Each response is parsed once, however often it is asked about: a board of two thousand postings asks for its list after every one of them. */
let parsed: WeakMap<BoardResponse, ResponseValue> | null = null;

export function responseValue(response: BoardResponse): ResponseValue {
  parsed ??= new WeakMap();
  const known = parsed.get(response);
  if (known !== undefined) return known;
  const value = valueOf(response.body);
  parsed.set(response, value);
  return value;
}

function valueOf(body: string): ResponseValue {
  try {
    return { value: parseJson(body) };
  } catch (error) {
    return { wrong: body.trim() === "" ? "the answer is empty" : /^\s*<(?:!doctype html|html)/i.test(body) ? "a web page came where data was asked for" : `not JSON: ${(error as Error).message.slice(0, 200)}` };
  }
}
