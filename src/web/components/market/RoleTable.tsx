import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo, useMemo } from "react";
import type { OverviewRow } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { marketWords } from "../../words/market.ts";
import { LayerMix } from "./LayerMix.tsx";
import { OpenCell } from "./OpenCell.tsx";
import { bandScale, PayBand } from "./PayBand.tsx";
import { type RoleSort, sortLines, usualSort } from "./role-sort.ts";
import { ShareInterval } from "./ShareInterval.tsx";
import { SkillChips } from "./SkillChips.tsx";
import { SortHead } from "./SortHead.tsx";
import { Spark } from "./Spark.tsx";

const words = marketWords.roles;
const heads = words.columns;

type Props = { lines: readonly OverviewRow[]; span: readonly string[]; filters: Filters; sort: RoleSort | undefined; onSort(sort: RoleSort | undefined): void };

/** Roles by content. On a phone a role's layer, share and days open stand under its name and figures. */
export function RoleTable({ lines, span, filters, sort, onSort }: Props) {
  const most = Math.max(0.0001, ...lines.map((line) => line.share?.high ?? 0));
  const scale = useMemo(() => bandScale(lines.map(({ pay }) => pay)), [lines]);
  const sorted = useMemo(() => sortLines(lines, sort), [lines, sort]);
  const sorting = { sort, usual: usualSort, onSort };
  return (
    <Table className="role-table" highlightOnHover verticalSpacing={5} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <SortHead column="role" head={heads.role} down={false} {...sorting} />
          <SortHead column="n" head={heads.n} className="n" {...sorting} />
          <SortHead column="employers" head={heads.employers} className="n room-2 hide-narrow" {...sorting} />
          <SortHead column="share" head={heads.share} className="hide-narrow" {...sorting} />
          <Table.Th className="room-3 hide-narrow">{heads.trend}</Table.Th>
          <Table.Th className="hide-narrow">{heads.mix}</Table.Th>
          <SortHead column="pay" head={words.bandHead(lines[0]?.pay.currency ?? "")} className="pay-head" under={heads.open} {...sorting} />
          <SortHead column="open" head={heads.open} down={false} className="n hide-narrow" {...sorting} />
          <Table.Th className="room-1 hide-narrow">{heads.skills}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((line) => (
          <RoleLineRow key={line.role} line={line} most={most} scale={scale} span={span} filters={filters} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RoleLineRow({ line, most, scale, span, filters }: Figures & { filters: Filters }) {
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400} className="role-cell">
        <span className="with-dot">
          <span className="dot" data-layer={line.layer} aria-hidden />
          <span>
            <Link to="/roles/$role" params={{ role: line.role }} search={{ ...filters, layer: undefined }}>
              {line.name}
            </Link>
            <span className="soft under show-narrow">{layerNames[line.layer]}</span>
          </span>
        </span>
        <span className="unseen hide-narrow">, {layerNames[line.layer]}</span>
      </Table.Th>
      <RoleFigures line={line} most={most} scale={scale} span={span} />
    </Table.Tr>
  );
}

type Figures = { line: OverviewRow; most: number; scale: readonly [number, number]; span: readonly string[] };

/** A role's cells but for its link, which knows the filters: until the answer to others is in they stay as they were drawn. */
const RoleFigures = memo(function RoleFigures({ line, most, scale, span }: Figures) {
  return (
    <>
      <Table.Td className="n">
        {count(line.n)}
        {line.share !== null && <span className="soft under show-narrow">{<ShareInterval share={line.share} most={most} />}</span>}
      </Table.Td>
      <Table.Td className="n room-2 hide-narrow">{count(line.employers)}</Table.Td>
      <Table.Td className="hide-narrow">{line.share === null ? <span className="soft">{words.outside}</span> : <ShareInterval share={line.share} most={most} />}</Table.Td>
      <Table.Td className="room-3 hide-narrow">
        <Spark row={line} span={span} />
      </Table.Td>
      <Table.Td className="hide-narrow">{line.mix === null ? null : <LayerMix mix={line.mix} />}</Table.Td>
      <Table.Td className="pay-cell">
        <PayBand pay={line.pay} layer={line.layer} scale={scale} />
        <span className="soft under show-narrow">
          <OpenCell open={line.timeOpen} />
        </span>
      </Table.Td>
      <Table.Td className="n hide-narrow">
        <OpenCell open={line.timeOpen} />
      </Table.Td>
      <Table.Td className="room-1 hide-narrow skills-cell">
        <SkillChips skills={line.skills} />
      </Table.Td>
    </>
  );
});
