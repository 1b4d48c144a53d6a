import { queryOptions } from "@tanstack/react-query";
import { bodyOf } from "../../reading/text-parts.ts";
import type { Brief } from "../../terms/brief.ts";
import type { Scorecards } from "../../terms/brief-outputs.ts";
import type { Posting } from "../../terms/posting.ts";
import type { BriefChanges, BriefVersion, SavedBriefRow } from "../../terms/saved-brief.ts";
import { answerOf } from "../api.ts";
import { json } from "./api.ts";
import type { Lines } from "./lines.ts";
import { emptyDraft, type Draft } from "./messages.ts";
import { optionsOf, postingOf } from "./posting-of.ts";

export type VersionRow = { version: number; saved: string; note: string | null; changes: BriefChanges | null };
/** A kept description: its newest version whole, of the others what changed. */
export type OpenedBrief = { id: string; made: string; share: string | null; newest: BriefVersion; versions: VersionRow[] };

const path = (id: string) => `/api/briefs/${encodeURIComponent(id)}`;

export const savedBriefs = () => queryOptions({ queryKey: ["briefs"], queryFn: async ({ signal }) => answerOf<{ rows: SavedBriefRow[]; skipped: number }>("/api/briefs", { signal }) });
export const savedBrief = (id: string) => queryOptions({ queryKey: ["briefs", id], queryFn: ({ signal }) => answerOf<OpenedBrief>(path(id), { signal }) });
export const savedVersion = (id: string, version: number) =>
  queryOptions({ queryKey: ["briefs", id, version], staleTime: Infinity, queryFn: ({ signal }) => answerOf<BriefVersion>(`${path(id)}/versions/${version}`, { signal }) });
export const sharedBrief = (share: string) => queryOptions({ queryKey: ["shared-brief", share], queryFn: ({ signal }) => answerOf<{ saved: string; brief: Brief }>(`/api/shared-briefs/${encodeURIComponent(share)}`, { signal }) });
/** What is rated by layer and role: the same as long as the server runs. */
export const scorecards = () => queryOptions({ queryKey: ["brief", "scorecards"], staleTime: Infinity, queryFn: ({ signal }) => answerOf<Scorecards>("/api/brief/scorecards", { signal }) });

export const save = (draft: Draft, id: string | null, note: string) => answerOf<OpenedBrief>("/api/briefs", json({ posting: postingOf(draft), options: optionsOf(draft), note: note.trim() === "" ? null : note, id: id ?? undefined }));
export const setShared = (id: string, on: boolean) => answerOf<{ share: string | null }>(`${path(id)}/share`, json({ on }));
export const remove = (id: string) => answerOf<{ removed: boolean }>(path(id), { method: "DELETE" });

/** A description that the server read, and its brief. */
export type ReadDescription = { posting: Posting; brief: Brief };

/** The description that a file holds. */
export async function upload(file: File): Promise<ReadDescription> {
  const body = new FormData();
  body.append("file", file);
  return await answerOf<ReadDescription>("/api/brief/upload", { method: "POST", body });
}

/** The description of a page of the public web, fetched by the server. */
export const fetchPage = (url: string) => answerOf<ReadDescription>("/api/brief/fetch", json({ url }));

/** The brief as a PDF, made by the server. */
export async function pdf(draft: Draft): Promise<Blob> {
  const init = json({ posting: postingOf(draft), options: optionsOf(draft) });
  return answerOf("/api/brief/pdf", init, (response) => response.blob());
}

/** A kept version as a draft; its text as it was written, else as it was read. */
export function draftOfVersion({ source, brief }: BriefVersion): Draft {
  const { title, location, company, salary_raw } = brief.posting;
  const { place, employees, role } = brief.options;
  const text = source.description_text ?? bodyOf(brief.text);
  // What the text's own first lines say is read from them again.
  const field = (value: string | null | undefined): string => (value == null || standsAbove(text, value) ? "" : value);
  return { ...emptyDraft, title: field(title), location: field(location), company: field(company), salary: salary_raw ?? "", text, places: place.join(", "), employees: employees?.toString() ?? "", role: role ?? "" };
}

/** Whether one of a text's first lines says just that, with or without a label. */
function standsAbove(text: string, value: string): boolean {
  const lines = text.slice(0, 8000).split("\n", 20).map((line) => line.trim());
  return lines.some((line) => line === value || (line.endsWith(value) && /[:|–—-]\s*$/.test(line.slice(0, -value.length))));
}

/** A posting as a draft; markup as lines of text. */
export async function draftOfPosting(posting: Posting, linesOf: (markup: string) => Promise<Lines>): Promise<Draft> {
  const { title, location, company, salary_raw, description_html, description_text } = posting;
  const text = description_html?.trim() ? (await linesOf(description_html)).lines : (description_text ?? "");
  return { ...emptyDraft, title: title ?? "", location: location ?? "", company: company ?? "", salary: salary_raw ?? "", text };
}
