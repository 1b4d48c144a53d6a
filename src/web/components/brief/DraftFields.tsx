import { TextInput } from "@mantine/core";
import type { Draft } from "../../brief/messages.ts";

type Props = { draft: Draft; onChange(part: Partial<Draft>): void };

/** What stands around a description: its title, employer, place and pay. */
export function DraftFields({ draft, onChange }: Props) {
  return (
    <div className="draft-fields">
      <Field id="draft-title" label="Title" value={draft.title} hint="Senior ML Platform Engineer" className="draft-title" onChange={(title) => onChange({ title })} />
      <Field id="draft-company" label="Employer" value={draft.company} hint="not needed" onChange={(company) => onChange({ company })} />
      <Field id="draft-location" label="Location" value={draft.location} hint="London, hybrid" onChange={(location) => onChange({ location })} />
      <Field id="draft-salary" label="Pay" value={draft.salary} hint="£105,000 – £130,000 a year" onChange={(salary) => onChange({ salary })} />
    </div>
  );
}

/** More is no title, no place and no pay. */
const FIELD_UNITS = 500;

type FieldProps = { id: string; label: string; value: string; hint: string; className?: string; onChange(value: string): void };

function Field({ id, label, value, hint, className = "", onChange }: FieldProps) {
  return <TextInput id={id} className={`draft-field ${className}`} label={label} value={value} placeholder={hint} maxLength={FIELD_UNITS} autoComplete="off" size="xs" onChange={(event) => onChange(event.currentTarget.value)} />;
}
