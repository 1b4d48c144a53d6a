import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { similar, type SimilarAnswer } from "../../api.ts";
import { date, percent, plural, shown } from "../../figures.ts";
import { seniorityNames } from "../../words.ts";
import { postingWords } from "../../words/posting.ts";
import { TableSkeleton } from "../market/TableSkeleton.tsx";
import { Failed } from "../shell/Failed.tsx";

const words = postingWords.similar;

/** The postings of other vacancies that are nearest by content, with what they share. */
export function SimilarPostings({ of, role }: { of: string; role: string | null }) {
  const asked = useQuery({ ...similar(of), enabled: role !== null });
  return (
    <section aria-labelledby="similar" className="rows" aria-busy={asked.isFetching}>
      <h2 id="similar">{words.title}</h2>
      <p className="soft">{words.about}</p>
      {role === null ? (
        <p>{words.noRole}</p>
      ) : asked.error !== null ? (
        <Failed title={words.title} error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <TableSkeleton label={words.title} rows={5} />
      ) : asked.data.rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p className="soft">{words.of(plural(asked.data.compared.n, "vacancy"), plural(asked.data.compared.employers, "employer"))}</p>
          <SimilarTable rows={asked.data.rows} />
        </>
      )}
    </section>
  );
}

function SimilarTable({ rows }: Pick<SimilarAnswer, "rows">) {
  return (
    <Table className="postings" verticalSpacing={6} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.columns.title}</Table.Th>
          <Table.Th className="hide-narrow">{words.columns.employer}</Table.Th>
          <Table.Th className="n">{words.columns.likeness}</Table.Th>
          <Table.Th className="hide-narrow">{words.columns.shared}</Table.Th>
          <Table.Th className="n hide-narrow">{words.columns.posted}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key} data-row>
            <Table.Th scope="row" fw={400}>
              <Link to="/postings/$key" params={{ key: row.key }}>
                {shown(row.title ?? "") || postingWords.untitled}
              </Link>
              <span className="soft under">{[row.seniority === null ? null : seniorityNames[row.seniority], shown(row.location ?? "")].filter(Boolean).join(" · ")}</span>
            </Table.Th>
            <Table.Td className="hide-narrow">{shown(row.employer ?? "")}</Table.Td>
            <Table.Td className="n">{percent(row.likeness)}</Table.Td>
            <Table.Td className="hide-narrow">{row.shared.length === 0 ? <span className="soft">{words.nothing}</span> : row.shared.map(shown).join(", ")}</Table.Td>
            <Table.Td className="n posted-cell hide-narrow">{row.posted === null ? "–" : date(row.posted)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
