import { Button, NativeSelect } from "@mantine/core";
import { roleOf } from "../../../brief/role.ts";
import type { Brief } from "../../../terms/brief.ts";
import { layerOf, type Role, roleName } from "../../../terms/role.ts";
import { briefWords } from "../../words/brief.ts";
import { RoleOptions } from "./RoleOptions.tsx";

const words = briefWords.role;

type Props = { brief: Brief; chosen: Role | null; onChoose(role: Role | null): void };

/** For which role scorecard, interviews and figures are made: as it reads, or as its author says. Where the reading is too unsure, the likely ones stand ready. */
export function RoleChoice({ brief, chosen, onChoose }: Props) {
  const { value } = roleOf(brief);
  const read = value !== null && !roleOf(brief).chosen ? roleName(value) : null;
  return (
    <div className="role-choice">
      {chosen === null && value === null && brief.likely.length > 0 && (
        <>
          <span className="soft">{words.unsure}</span>
          {brief.likely.map(({ role }) => (
            <Button key={role} variant="default" size="compact-xs" leftSection={<span className="dot" data-layer={layerOf(role)} aria-hidden />} onClick={() => onChoose(role)}>
              {roleName(role)}
            </Button>
          ))}
        </>
      )}
      <NativeSelect size="xs" aria-label={words.label} value={chosen ?? ""} onChange={(event) => onChoose(event.currentTarget.value === "" ? null : (event.currentTarget.value as Role))}>
        <option value="">{chosen === null ? (read === null ? words.none : words.asRead(read)) : words.back}</option>
        <RoleOptions />
      </NativeSelect>
    </div>
  );
}

/** In place of what is made for a role, while nobody can say for which. */
export function RoleNeeded({ what, ...choice }: Props & { what: string }) {
  const { likely } = choice.brief;
  return (
    <div className="state">
      <h2>{words.needed}</h2>
      <p className="soft">{likely.length > 0 ? words.neededUnsure(what) : words.neededNone(what)}</p>
      <RoleChoice {...choice} />
    </div>
  );
}
