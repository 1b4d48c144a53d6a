import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { RoleRow } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { LayerMix } from "./LayerMix.tsx";
import { PayCell } from "./PayCell.tsx";
import { ShareInterval } from "./ShareInterval.tsx";

/** Roles by content, most frequent first. On a phone a role's layer and share stand under its name and number. */
export function RoleTable({ rows, filters }: { rows: RoleRow[]; filters: Filters }) {
  const most = Math.max(...rows.map((row) => row.share?.high ?? 0));
  const currency = rows[0]?.pay.currency;
  return (
    <Table highlightOnHover verticalSpacing={6} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Role</Table.Th>
          <Table.Th className="hide-narrow">Layer</Table.Th>
          <Table.Th className="n">Postings</Table.Th>
          <Table.Th className="n hide-narrow">Employers</Table.Th>
          <Table.Th className="hide-narrow">Share of AI postings</Table.Th>
          <Table.Th className="hide-narrow">Layer mix</Table.Th>
          <Table.Th className="n">Median pay<span className="hide-narrow">, {currency} a year</span></Table.Th>
          <Table.Th className="hide-middle">Asked for most</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <RoleLine key={row.role} row={row} most={most} filters={filters} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RoleLine({ row, most, filters }: { row: RoleRow; most: number; filters: Filters }) {
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400} className="role-cell">
        <span className="with-dot">
          <span className="dot" data-layer={row.layer} aria-hidden />
          <span>
            <Link to="/roles/$role" params={{ role: row.role }} search={{ ...filters, layer: undefined }}>
              {row.name}
            </Link>
            <span className="soft under show-narrow">{layerNames[row.layer]}</span>
          </span>
        </span>
      </Table.Th>
      <Table.Td className="hide-narrow soft">{layerNames[row.layer]}</Table.Td>
      <Table.Td className="n">
        {count(row.n)}
        {row.share !== null && <span className="soft under show-narrow">{<ShareInterval share={row.share} most={most} />}</span>}
      </Table.Td>
      <Table.Td className="n hide-narrow">{count(row.employers)}</Table.Td>
      <Table.Td className="hide-narrow">{row.share === null ? <span className="soft">not an AI role</span> : <ShareInterval share={row.share} most={most} />}</Table.Td>
      <Table.Td className="hide-narrow">{row.mix === null ? null : <LayerMix mix={row.mix} />}</Table.Td>
      <Table.Td className="n">
        <PayCell pay={row.pay} />
      </Table.Td>
      <Table.Td className="hide-middle">
        <SkillChips skills={row.skills.slice(0, 4)} />
      </Table.Td>
    </Table.Tr>
  );
}

export function SkillChips({ skills }: { skills: { id: string; name: string; n: number }[] }) {
  return (
    <span className="chips">
      {skills.map((skill) => (
        <span key={skill.id} className="chip" title={`${count(skill.n)} postings name it`}>
          {skill.name}
        </span>
      ))}
    </span>
  );
}
