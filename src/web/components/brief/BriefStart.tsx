import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Role } from "../../../terms/role.ts";
import { answerOf } from "../../api.ts";
import { example } from "../../brief/example.ts";
import type { Draft } from "../../brief/messages.ts";
import { savedBriefs } from "../../brief/saved.ts";
import { templateOf } from "../../brief/template.ts";
import { date, plural, shown } from "../../figures.ts";
import type { Busy } from "../../brief/use-busy.ts";
import { briefWords } from "../../words/brief.ts";
import { RoleOptions } from "./RoleOptions.tsx";

const words = briefWords.start;

type Props = { busy: Busy; onStart(draft: Draft): void; onWrite(): void; onSaved(id: string): void };
type Skills = Parameters<typeof templateOf>[1];

/** Beside an empty page: how to fill it. */
export function BriefStart({ busy, onStart, onWrite, onSaved }: Props) {
  const saved = useQuery(savedBriefs());
  const begin = (role: Role) => busy.run(words.asking, async () => onStart(templateOf(role, await answerOf<Skills>(`/api/market/skills?role=${role}&limit=60`, {}))));
  return (
    <div className="brief-start">
      <h2>{words.heading}</h2>
      <p>{words.how}</p>
      <div className="start-ways">
        <Button variant="default" size="xs" onClick={onWrite}>
          {words.write}
        </Button>
        <Button variant="default" size="xs" onClick={() => onStart(example)}>
          {words.example}
        </Button>
      </div>
      <NativeSelect
        className="start-role"
        size="xs"
        label={words.fromRole}
        value=""
        onChange={(event) => {
          const role = Role.safeParse(event.currentTarget.value).data;
          if (role !== undefined) begin(role);
        }}
      >
        <option value="">{words.choose}</option>
        <RoleOptions />
      </NativeSelect>
      {saved.data !== undefined && saved.data.skipped > 0 && (
        <p role="alert">{plural(saved.data.skipped, "kept description")} cannot be read: the file is damaged. Strata’s terminal names it.</p>
      )}
      {saved.data !== undefined && saved.data.rows.length > 0 && (
        <>
          <h2>{words.kept}</h2>
          <ul className="kept">
            {saved.data.rows.slice(0, 8).map((row) => (
              <li key={row.id}>
                <button type="button" className="link" onClick={() => onSaved(row.id)}>
                  {shown(row.title ?? "") || words.untitled}
                </button>{" "}
                <span className="soft">
                  {shown(row.company ?? "")} {plural(row.versions, "version")}, {date(row.saved)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
