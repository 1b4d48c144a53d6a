import { z } from "zod";

const text = z.string().nullish();

/** A published posting as it comes in. All fields may be missing but one of the two descriptions. */
export const Posting = z
  .object({
    id: z.union([z.string(), z.number().transform(String)]).nullish(),
    company: text,
    title: text,
    location: text,
    salary_raw: text,
    posted_at: text,
    closed_at: text,
    url: text,
    department: text,
    employment_type: text,
    remote: z.boolean().nullish(),
    lang: text,
    description_html: text,
    description_text: text,
  })
  .refine((posting) => Boolean(posting.description_html?.trim() || posting.description_text?.trim()), {
    error: "no description: one of description_html and description_text must say something",
  });
export type Posting = z.infer<typeof Posting>;
