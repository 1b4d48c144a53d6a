import type { Document } from "../../src/reading/document.ts";
declare const frames: {
    en: (line: string, heading: string) => string;
    de: (line: string, heading: string) => string;
    fr: (line: string, heading: string) => string;
    nl: (line: string, heading: string) => string;
};
/** For trap tables: a posting in `language` whose one telling line stands under `heading`, by default the requirements. */
export declare function lineDocument(line: string, language?: keyof typeof frames, heading?: string, title?: string): Document;
export {};
