import { TextInput } from "@mantine/core";
import type { Draft } from "../../brief/messages.ts";
import { shown } from "../../figures.ts";

type Props = { draft: Draft; /** The fields as they were read, those that the text's first lines tell among them; null where nothing is read. */ read: Fields | null; onChange(part: Partial<Draft>): void };
type Fields = { title?: string | null; company?: string | null; location?: string | null };

/** What stands around a description: its title, employer, place and pay. Empty fields show what was read from the text in their place. */
export function DraftFields({ draft, read, onChange }: Props) {
  const told = (field: keyof Fields): string | null => (draft[field].trim() === "" ? shown(read?.[field] ?? "").slice(0, FIELD_UNITS) || null : null);
  const title = told("title");
  const isUntitled = read !== null && title === null && draft.title.trim() === "";
  return (
    <div className="draft-fields">
      <Field id="draft-title" label="Title" told={title} note={isUntitled ? "none found in the text" : undefined} value={draft.title} hint="as candidates will read it" className="draft-title" onChange={(value) => onChange({ title: value })} />
      <Field id="draft-company" label="Employer" told={told("company")} value={draft.company} hint="not needed" onChange={(company) => onChange({ company })} />
      <Field id="draft-location" label="Location" told={told("location")} value={draft.location} hint="city, country, remote or not" onChange={(location) => onChange({ location })} />
      <Field id="draft-salary" label="Pay" told={null} value={draft.salary} hint="from, to, currency" onChange={(salary) => onChange({ salary })} />
    </div>
  );
}

/** More is no title, no place and no pay. */
const FIELD_UNITS = 500;

type FieldProps = { id: string; label: string; /** What the text says of it. */ told: string | null; note?: string; value: string; hint: string; className?: string; onChange(value: string): void };

function Field({ id, label, told, note = told === null ? undefined : "from the text", value, hint, className = "", onChange }: FieldProps) {
  return <TextInput id={id} className={`draft-field ${className}`} data-told={told !== null || undefined} label={label} description={note} value={value} placeholder={told ?? hint} maxLength={FIELD_UNITS} autoComplete="off" size="xs" onChange={(event) => onChange(event.currentTarget.value)} />;
}
