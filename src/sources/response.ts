import { parseJson } from "../lib/parse-json.ts";
import type { BoardResponse } from "./address.ts";
import { xmlValue } from "./xml.ts";

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
  const start = body.trimStart().slice(0, 500);
  if (start === "") return { wrong: "the answer is empty" };
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b/i.test(start)) return { wrong: "a web page came where data was asked for" };
  const isXml = start.startsWith("<");
  try {
    return { value: isXml ? xmlValue(body.trimStart()) : parseJson(body) };
  } catch (error) {
    return { wrong: `not ${isXml ? "XML" : "JSON"}: ${(error as Error).message.slice(0, 200)}` };
  }
}
