import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { layers, type Mix } from "../../../terms/layer.ts";
import { Region } from "../../../terms/place.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { layerNames, regionNames } from "../../words.ts";
import { marketWords } from "../../words/market.ts";
import type { Column } from "../chart/column.ts";
import { SaveMenu } from "../chart/SaveMenu.tsx";
import { Failed } from "../shell/Failed.tsx";
import { LayerMix } from "./LayerMix.tsx";
import { PayBehind, PayMedianCell } from "./PayCell.tsx";
import { ShareInterval } from "./ShareInterval.tsx";
import { SkillChips } from "./SkillChips.tsx";
import { TableSkeleton } from "./TableSkeleton.tsx";

type Row = AnswerOf<"regions">["rows"][number];
const words = marketWords.regions;
const heads = words.columns;

const fileColumns: readonly Column<Row>[] = [
  { head: "region", of: (row) => row.group },
  { head: "vacancies", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "share_low", of: (row) => row.share.low },
  { head: "share_high", of: (row) => row.share.high },
  ...layers.flatMap((layer): Column<Row>[] => [
    { head: layer, of: (row) => row.layers[layer]?.value ?? null },
    { head: `${layer}_low`, of: (row) => row.layers[layer]?.low ?? null },
    { head: `${layer}_high`, of: (row) => row.layers[layer]?.high ?? null },
  ]),
  { head: "pay_median", of: (row) => row.pay.value },
  { head: "pay_low", of: (row) => row.pay.low },
  { head: "pay_high", of: (row) => row.pay.high },
  { head: "pay_currency", of: (row) => row.pay.currency },
  { head: "pay_n", of: (row) => row.pay.n },
  { head: "pay_employers", of: (row) => row.pay.employers },
  { head: "asked_for_more", of: (row) => row.asksFor.map(({ name }) => name).join("; ") },
];

/** Regions side by side, one a row: demand, layers, pay, and what each asks for more than the rest. Every region is there whichever the page is narrowed to. A region has two lines whatever is known of it, so that its place is as high before the answer as after it. */
export function RegionTable({ filters, turn }: { filters: Filters; turn: boolean }) {
  const asked = useQuery({ ...question("regions", { ...filters, region: undefined, country: undefined }), enabled: turn });
  if (asked.error !== null && asked.data === undefined) return <Failed title={words.title} error={asked.error} retry={() => void asked.refetch()} />;
  const rows = asked.data?.rows ?? [];
  const most = Math.max(0.0001, ...rows.map((row) => row.share.high));
  return (
    <section className="chart" aria-labelledby="regions" aria-busy={asked.isFetching || asked.isPending}>
      <div className="chart-head">
        <h2 id="regions">{words.title}</h2>
        <div className="tools">{asked.data !== undefined && <SaveMenu title={words.title} rows={rows} columns={fileColumns} query={asked.data} />}</div>
      </div>
      <p className="chart-about soft">{words.about}</p>
      {asked.data === undefined ? (
        <TableSkeleton label={words.loading} rows={Region.options.length} className="region-skeletons" />
      ) : (
        <Table className="region-table" horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{heads.place}</Table.Th>
              <Table.Th className="n">{heads.n}</Table.Th>
              <Table.Th className="n hide-narrow hide-tight">{heads.employers}</Table.Th>
              <Table.Th className="hide-narrow">{heads.share}</Table.Th>
              <Table.Th>{heads.mix}</Table.Th>
              <Table.Th className="n">{heads.pay}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          {rows.map((row) => (
            <RegionRows key={row.group} row={row} most={most} filters={filters} />
          ))}
        </Table>
      )}
    </section>
  );
}

function RegionRows({ row, most, filters }: { row: Row; most: number; filters: Filters }) {
  const region = row.group as Region;
  const alone = filters.region?.length === 1 && filters.region[0] === region;
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" fw={400}>
          <Link to="/" search={{ ...filters, country: undefined, region: alone ? undefined : [region] }} aria-current={alone || undefined} title={words.narrow(regionNames[region])}>
            {regionNames[region]}
          </Link>
        </Table.Th>
        <Table.Td className="n">{count(row.n)}</Table.Td>
        <Table.Td className="n hide-narrow hide-tight">{count(row.employers)}</Table.Td>
        <Table.Td className="hide-narrow">
          <ShareInterval share={row.share} most={most} />
        </Table.Td>
        <Table.Td>
          <LayerMix mix={mixOf(row)} said={layerWords(row)} />
        </Table.Td>
        <Table.Td className="n">
          <PayMedianCell pay={row.pay} />
        </Table.Td>
      </Table.Tr>
      <Table.Tr className="under-row">
        <Table.Td colSpan={6}>
          <div>
            {row.asksFor.length > 0 && <span className="unseen">{heads.asks}: </span>}
            <SkillChips skills={row.asksFor} />
            <PayBehind pay={row.pay} />
          </div>
        </Table.Td>
      </Table.Tr>
    </Table.Tbody>
  );
}

function mixOf(row: Row): Mix {
  return Object.fromEntries(layers.map((layer) => [layer, row.layers[layer]?.value ?? 0])) as Mix;
}

/** Shares with their intervals: the bar itself shows only how they lie. */
function layerWords(row: Row): string {
  return layers.flatMap((layer) => (row.layers[layer] === null ? [] : [`${layerNames[layer]} ${Math.round(row.layers[layer].value * 100)} % (${Math.round(row.layers[layer].low * 100)} to ${Math.round(row.layers[layer].high * 100)})`])).join(", ");
}
