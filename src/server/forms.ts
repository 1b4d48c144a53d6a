import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import { accepts } from "hono/accepts";
import { answerCsv } from "../market/csv.ts";
import { writeParquet } from "../market/parquet.ts";
import { StoreUnusable } from "../market/problems.ts";
import type { Answer, WithAbsent } from "../market/questions/answer.ts";
import { questionOf, type QuestionName } from "../market/questions/catalogue.ts";
import { absentText } from "../terms/market-name.ts";

const JSON_TYPE = "application/json";
const CSV = "text/csv";
const PARQUET = "application/vnd.apache.parquet";

/** The forms of an answer, as the API describes them. JSON alone has the query and what stands behind the whole; the others are its rows. */
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
  const found = JSON.parse(json) as WithAbsent<Answer<unknown>>;
  // A table has no room for what must be known of it as a whole: the name of the file and a header say it.
  for (const notice of noticesOf(found)) c.header(NOTICE, inAscii(notice), { append: true });
  const file = `strata-${found.sample ? "sample-" : ""}${name}`;
  if (form === CSV) return c.body(answerCsv(questionOf(name), found), 200, asFile(`${CSV}; charset=utf-8`, `${file}.csv`));
  return c.body(await parquetOf(name, found), 200, asFile(PARQUET, `${file}.parquet`));
}

const NOTICE = "Strata-Notice";

function noticesOf({ sample, absent }: WithAbsent<Answer<unknown>>): string[] {
  return [...(sample ? ["the postings behind these figures are invented"] : []), ...absent.map(absentText)];
}

/** Headers take no other letters. */
function inAscii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent);
}

function asFile(type: string, name: string): Record<string, string> {
  return { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
}

async function parquetOf(name: QuestionName, { rows }: Answer<unknown>): Promise<Uint8Array<ArrayBuffer>> {
  const dir = await mkdtemp(join(tmpdir(), "strata-parquet-")).catch((error: Error) => {
    throw new StoreUnusable(`no Parquet file can be made in the folder for temporary files: ${error.message}`, { cause: error });
  });
  try {
    const file = join(dir, "answer.parquet");
    await writeParquet(file, questionOf(name).columns, rows);
    return await readFile(file);
  } finally {
    await rm(dir, { recursive: true });
  }
}
