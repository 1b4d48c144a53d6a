import type { Brief } from "../terms/brief.ts";
import { makeOutputs } from "../brief/outputs/outputs.ts";
import { briefDocument } from "./document.ts";
import { scorecards } from "./scorecards.ts";

/** A brief as a PDF on A4, dated by its day. pdfmake is loaded when it is called for. */
export async function briefPdf(brief: Brief): Promise<Uint8Array> {
  const { reportPdf } = await import("../report/pdf.ts");
  return await reportPdf(briefDocument(brief, makeOutputs(brief, scorecards())));
}
