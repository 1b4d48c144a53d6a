import { BriefOptions } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { Role } from "../../terms/role.ts";
import type { Draft } from "./messages.ts";

/** The draft as a posting: fields that are empty say nothing. */
export function postingOf({ title, location, company, salary, text }: Draft): Posting {
  return { title: said(title), location: said(location), company: said(company), salary_raw: said(salary), description_text: text };
}

/** What the draft's author says of the employer: `places` are parted by commas or semicolons. A number that is none is not known. */
export function optionsOf(draft: Draft): BriefOptions {
  const { places, employees } = draft;
  const place = places.split(/[,;]/).map((one) => one.trim()).filter((one) => one !== "");
  const digits = employees.replaceAll(/[\s,.’']/g, "");
  return BriefOptions.safeParse({ place, employees: /^\d+$/.test(digits) ? Number(digits) : null, role: chosenIn(draft) }).data ?? BriefOptions.parse({});
}

/** The role that the draft's author means, where they said. */
export function chosenIn({ role }: Draft): Role | null {
  return Role.safeParse(role).data ?? null;
}

function said(field: string): string | null {
  return field.trim() === "" ? null : field;
}
