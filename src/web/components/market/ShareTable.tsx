import { Table } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { count } from "../../figures.ts";
import type { Column } from "../chart/column.ts";
import type { AskedQuery } from "../chart/QueryDialog.tsx";
import { Asked } from "../role/Asked.tsx";
import { type Share, ShareInterval } from "./ShareInterval.tsx";

type ShareRow = { n: number; employers: number; share: Share };

type Shares = AskedQuery & { rows: ShareRow[] };

type Props<Answer extends Shares, Row = Answer["rows"][number]> = {
  title: string;
  about: string;
  none: string;
  asked: UseQueryResult<Answer>;
  rows?(rows: readonly Row[]): readonly Row[];
  heads: { name: string; n: string; share: string; more?: string };
  /** What a row is of, as a file has it. */
  file: readonly Column<Row>[];
  keyOf(row: Row): string;
  renderName(row: Row): ReactNode;
  /** One column beside, where a window has room for it. */
  renderMore?(row: Row): ReactNode;
  moreFile?: readonly Column<Row>[];
  renderBelow?(rows: readonly Row[]): ReactNode;
  skeletonRows?: number;
};

/** What a cut's vacancies name or are, each with its n and its share on one scale. */
export function ShareTable<Answer extends Shares>({ title, about, none, asked, rows: pick = (rows) => rows, heads, file, keyOf, renderName, renderMore, moreFile = [], renderBelow, skeletonRows }: Props<Answer>) {
  return (
    <Asked title={title} about={about} asked={asked} rows={(answer): readonly Answer["rows"][number][] => pick(answer.rows)} columns={[...file, ...shareColumns, ...moreFile]} none={none} skeletonRows={skeletonRows}>
      {(rows) => (
        <>
          <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{heads.name}</Table.Th>
                <Table.Th className="n">{heads.n}</Table.Th>
                <Table.Th className="share-head">{heads.share}</Table.Th>
                {renderMore !== undefined && <Table.Th className="hide-narrow">{heads.more}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={keyOf(row)} data-row>
                  <Table.Th scope="row" fw={400}>
                    {renderName(row)}
                  </Table.Th>
                  <Table.Td className="n">{count(row.n)}</Table.Td>
                  <Table.Td>
                    <ShareInterval share={row.share} most={Math.max(...rows.map(({ share }) => share.high))} />
                  </Table.Td>
                  {renderMore !== undefined && <Table.Td className="hide-narrow">{renderMore(row)}</Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {renderBelow?.(rows)}
        </>
      )}
    </Asked>
  );
}

const shareColumns: readonly Column<ShareRow>[] = [
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
];
