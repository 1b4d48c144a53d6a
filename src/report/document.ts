import { Region } from "../terms/place.ts";

/** A column of a report's table; numbers stand to the right. */
export type TableColumn = { name: string; right?: boolean };

/** Every figure that a report may have: its file's name, so that one that is no longer drawn is known as a report's own. */
export const figureIds = ["demand", "regions", "premiums", "time-open", "pay-all", ...Region.options.map((region) => `pay-${region}` as const)] as const;
export type FigureId = (typeof figureIds)[number];

/** What a section is made of. A figure is drawn once, and shown by every form of the report. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "table"; columns: TableColumn[]; rows: string[][]; widths?: ("*" | "auto" | number)[]; sources: number[] }
  | { kind: "figure"; id: FigureId; svg: string; alt: string; caption: string; sources: number[] };

/** `leads` are what the section says in a sentence or two, for the top of the report. */
export type Section = { title: string; leads?: string[]; blocks: Block[] };

/** Where figures come from: what was asked, what stands behind the answer, how it was counted (a sentence without its stop), and how to ask it oneself. `sql` is null in a document for people who do not, and where there is no one query. */
export type Source = { number: number; title: string; postings: number; employers: number; counted: string; command: string; sql: string | null };

/** A report as all its forms show it. `asOf` is the last day it looks at: nothing in it depends on when it was made. */
export type Report = { title: string; subtitle: string; asOf: string; sample: boolean; sections: Section[]; sources: Source[] };
