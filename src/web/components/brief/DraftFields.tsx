import { TextInput } from "@mantine/core";
import type { Draft } from "../../brief/messages.ts";
import { shown } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.fields;

type Props = { draft: Draft; /** The fields as they were read, those that the text's first lines tell among them; null where nothing is read. */ read: Fields | null; onChange(part: Partial<Draft>): void };
type Fields = { title?: string | null; company?: string | null; location?: string | null };

/** What stands around a description: its title, employer, place and pay. Empty fields show what was read from the text in their place. */
export function DraftFields({ draft, read, onChange }: Props) {
  const told = (field: keyof Fields): string | null => (draft[field].trim() === "" ? shown(read?.[field] ?? "").slice(0, FIELD_UNITS) || null : null);
  const title = told("title");
  const isUntitled = read !== null && title === null && draft.title.trim() === "";
  return (
    <div className="draft-fields">
      <Field id="draft-title" label={words.title} told={title} note={isUntitled ? words.noneFound : undefined} value={draft.title} hint={words.hints.title} className="draft-title" onChange={(value) => onChange({ title: value })} />
      <Field id="draft-company" label={words.company} told={told("company")} value={draft.company} hint={words.hints.company} onChange={(company) => onChange({ company })} />
      <Field id="draft-location" label={words.location} told={told("location")} value={draft.location} hint={words.hints.location} onChange={(location) => onChange({ location })} />
      <Field id="draft-salary" label={words.salary} told={null} value={draft.salary} hint={words.hints.salary} onChange={(salary) => onChange({ salary })} />
    </div>
  );
}

/** More is no title, no place and no pay. */
const FIELD_UNITS = 500;

type FieldProps = { id: string; label: string; /** What the text says of it. */ told: string | null; note?: string; value: string; hint: string; className?: string; onChange(value: string): void };

function Field({ id, label, told, note = told === null ? undefined : words.fromText, value, hint, className = "", onChange }: FieldProps) {
  return <TextInput id={id} className={`draft-field ${className}`} wrapperProps={{ "data-told": told !== null || undefined }} label={label} description={note} value={value} placeholder={told ?? hint} maxLength={FIELD_UNITS} autoComplete="off" size="xs" onChange={(event) => onChange(event.currentTarget.value)} />;
}
