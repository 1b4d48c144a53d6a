import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import { accepts } from "hono/accepts";
import { answerCsv } from "../market/csv.ts";
import { writeParquet } from "../market/parquet.ts";
import type { Answer } from "../market/questions/answer.ts";
import { questionOf, type QuestionName } from "../market/questions/catalogue.ts";

const JSON_TYPE = "application/json";
const CSV = "text/csv";
const PARQUET = "application/vnd.apache.parquet";

/** The forms of an answer, as the API describes them. JSON alone has the query, n and what was left out; the others are its rows. */
export function formsOf<Schema extends z.ZodType>(schema: Schema) {
  return { [JSON_TYPE]: { schema }, [CSV]: { schema: z.string() }, [PARQUET]: { schema: z.string().openapi({ format: "binary" }) } };
}

/** An answer in the form that the request's `Accept` asks for: JSON as it was made for whoever asked first, or its rows as the command line exports them. JSON where it asks for none of them. Its type is that of the JSON, which typed clients ask for. */
export async function answerIn<Found = never>(c: Context, name: QuestionName, json: string): Promise<TypedResponse<Found, 200, "json">> {
  return (await bodyIn(c, name, json)) as unknown as TypedResponse<Found, 200, "json">;
}

async function bodyIn(c: Context, name: QuestionName, json: string): Promise<Response> {
  const form = accepts(c, { header: "Accept", supports: [JSON_TYPE, CSV, PARQUET], default: JSON_TYPE });
  c.header("Vary", "Accept", { append: true });
  if (form === JSON_TYPE) return c.body(json, 200, { "content-type": JSON_TYPE });
  const found = JSON.parse(json) as Answer<unknown>;
  if (form === CSV) return c.body(`${answerCsv(questionOf(name), found)}\r\n`, 200, asFile(`${CSV}; charset=utf-8`, `${name}.csv`));
  return c.body(await parquetOf(name, found), 200, asFile(PARQUET, `${name}.parquet`));
}

function asFile(type: string, name: string): Record<string, string> {
  return { "content-type": type, "content-disposition": `attachment; filename="strata-${name}"` };
}

async function parquetOf(name: QuestionName, { rows }: Answer<unknown>): Promise<Uint8Array<ArrayBuffer>> {
  const dir = await mkdtemp(join(tmpdir(), "strata-parquet-"));
  try {
    const file = join(dir, "answer.parquet");
    await writeParquet(file, questionOf(name).columns, rows);
    return await readFile(file);
  } finally {
    await rm(dir, { recursive: true });
  }
}
