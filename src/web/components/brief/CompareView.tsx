import { Table, Textarea, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { levelSays } from "../../../brief/level.ts";
import { mixFrom } from "../../../brief/mix-words.ts";
import type { Brief } from "../../../terms/brief.ts";
import type { Mix } from "../../../terms/layer.ts";
import { roleName } from "../../../terms/role.ts";
import { type Against, emptyDraft, type Draft, LIVE_UNITS } from "../../brief/messages.ts";
import { problemsOf } from "../../brief/problems.ts";
import { useLiveBrief } from "../../brief/use-live-brief.ts";
import { payRange, percent } from "../../figures.ts";
import { degreeNames, environmentNames, seniorityNames, workplaceNames } from "../../words.ts";
import { briefWords } from "../../words/brief.ts";
import { LayerMix } from "../market/LayerMix.tsx";
import { placeName } from "../posting/findings.ts";
import { TextDiff } from "./TextDiff.tsx";

const words = briefWords.compare;

type Props = { draft: Draft; brief: Brief | null; against: Against };

/** This description beside a second one: what each reads as and asks, and what differs word by word. */
export function CompareView({ draft, brief, against }: Props) {
  const [other, setOther] = useState<Draft>(emptyDraft);
  const { live, trouble } = useLiveBrief(other, against);
  const theirs = other.text.trim() === "" ? null : (live?.brief ?? null);
  return (
    <div className="compare">
      <section className="output-card" aria-labelledby="second">
        <h2 id="second">{words.second}</h2>
        <p className="soft">{words.stays}</p>
        <TextInput size="xs" label={words.title} value={other.title} maxLength={500} onChange={(event) => setOther({ ...other, title: event.currentTarget.value })} />
        <TextInput size="xs" label={words.location} value={other.location} maxLength={500} onChange={(event) => setOther({ ...other, location: event.currentTarget.value })} />
        <Textarea size="xs" label={words.text} rows={8} value={other.text} maxLength={LIVE_UNITS} onChange={(event) => setOther({ ...other, text: event.currentTarget.value })} />
        {trouble !== null && <p role="alert">{trouble}</p>}
      </section>
      <section className="output-card" aria-labelledby="beside">
        <h2 id="beside">{words.beside}</h2>
        {brief === null || theirs === null ? (
          <p className="soft">{draft.text.trim() === "" ? words.writeFirst : words.pasteSecond}</p>
        ) : (
          <SideBySide left={brief} right={theirs} />
        )}
      </section>
      {theirs !== null && (
        <section className="output-card" aria-labelledby="words">
          <h2 id="words">{words.byWord}</h2>
          <TextDiff before={draft.text} after={other.text} />
        </section>
      )}
    </div>
  );
}

function SideBySide({ left, right }: { left: Brief; right: Brief }) {
  const skills = useMemo(() => skillsOf(left, right), [left, right]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard
    <section className="table-frame" aria-label={words.two} tabIndex={0}>
      <Table className="beside" verticalSpacing={6} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th>{words.this}</Table.Th>
            <Table.Th>{words.other}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, of }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              {[left, right].map((brief, i) => (
                <Table.Td key={i === 0 ? "left" : "right"}>{of(brief) || <span className="soft">{words.notSaid}</span>}</Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {words.mix}
            </Table.Th>
            {[left, right].map(({ reading: { mix, sentences } }, i) => (
              <Table.Td key={i === 0 ? "left" : "right"}>{mix === null ? <span className="soft">{words.noMix}</span> : <MixCell mix={mix} sentences={sentences.length} />}</Table.Td>
            ))}
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {words.only}
            </Table.Th>
            <Table.Td>{skills.left.join(", ") || <span className="soft">{words.noSkill}</span>}</Table.Td>
            <Table.Td>{skills.right.join(", ") || <span className="soft">{words.noSkill}</span>}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {words.both}
            </Table.Th>
            <Table.Td colSpan={2}>{skills.both.join(", ") || <span className="soft">{words.noSkill}</span>}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}

function MixCell({ mix, sentences }: { mix: Mix; sentences: number }) {
  return (
    <>
      <LayerMix mix={mix} names />
      <span className="soft">{mixFrom(sentences)}</span>
    </>
  );
}

const rows: { name: string; of(brief: Brief): string }[] = [
  { name: words.rows.readsAs, of: ({ reading: { role } }) => (role.value === null ? "" : `${roleName(role.value)} (${percent(role.confidence)})`) },
  { name: words.rows.conflation, of: ({ reading: { conflation }, work }) => (conflation ?? work?.spread)?.toFixed(2) ?? "" },
  { name: words.rows.seniority, of: ({ reading }) => levelSays(reading, (level) => seniorityNames[level]) ?? "" },
  { name: words.rows.years, of: ({ reading: { years } }) => (years.value === null ? "" : `${years.value}+`) },
  { name: words.rows.degree, of: ({ reading: { degree } }) => (degree.value === null ? "" : degreeNames[degree.value]) },
  { name: words.rows.pay, of: ({ reading: { pay } }) => pay.map(payRange).join("; ") },
  { name: words.rows.places, of: ({ reading: { places } }) => places.map(placeName).join("; ") },
  { name: words.rows.workplace, of: ({ reading: { workplace } }) => (workplace.value === null ? "" : workplaceNames[workplace.value]) },
  { name: words.rows.environment, of: ({ reading: { environment } }) => [...new Set(environment.map(({ what }) => environmentNames[what]))].join(", ") },
  { name: words.rows.problems, of: (brief) => problemsOf(brief).map(({ name }) => name).join("; ") || words.nothing },
];

function skillsOf(left: Brief, right: Brief): Record<"left" | "right" | "both", string[]> {
  const [ours, theirs] = [left, right].map(({ reading }) => new Map(reading.skills.map(({ id, name }) => [id, name])));
  return { left: onlyIn(ours!, theirs!), right: onlyIn(theirs!, ours!), both: [...ours!].filter(([id]) => theirs!.has(id)).map(([, name]) => name) };
}

function onlyIn(here: Map<string, string>, there: Map<string, string>): string[] {
  return [...here].filter(([id]) => !there.has(id)).map(([, name]) => name);
}
