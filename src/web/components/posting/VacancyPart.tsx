import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PostingAnswer } from "../../api.ts";
import { count, date, plural, shown } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";
import { seenDays } from "./seen-days.ts";

const words = postingWords.vacancy;
/** As the store calls the market that comes with Strata. */
const sampleSource = "strata/sample";

/** The vacancy that a posting advertises: since when it is open or when it ended, and all postings of it, with their sources. */
export function VacancyPart({ answer: { key, vacancy } }: { answer: PostingAnswer }) {
  if (vacancy === null) return null;
  const { opened, ended, n, sources, postings } = vacancy;
  return (
    <section aria-labelledby="vacancy" className="rows">
      <h2 id="vacancy">{words.title}</h2>
      <p className="soft">
        {[n === 1 ? words.one : words.several(plural(n, "posting"), plural(sources, "source")), opened === null ? null : words.opened(date(opened)), ended === null ? words.open : words.ended(date(ended))].filter((part) => part !== null).join(" ")}
        {n > postings.length && ` ${words.more(count(n))}`}
      </p>
      <Table className="postings vacancy-table" verticalSpacing={6} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.title}</Table.Th>
            <Table.Th>{words.columns.source}</Table.Th>
            <Table.Th className="hide-narrow">{words.columns.place}</Table.Th>
            <Table.Th className="hide-narrow">{words.columns.posted}</Table.Th>
            <Table.Th className="hide-narrow">{words.columns.seen}</Table.Th>
            <Table.Th>{words.columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {postings.map((posting) => (
            <Table.Tr key={posting.key} data-row>
              <Table.Th scope="row" fw={400}>
                {posting.key === key ? (
                  <>
                    {shown(posting.title ?? "") || postingWords.untitled} <span className="soft">({words.this})</span>
                  </>
                ) : (
                  <Link to="/postings/$key" params={{ key: posting.key }}>
                    {shown(posting.title ?? "") || postingWords.untitled}
                  </Link>
                )}
              </Table.Th>
              <Table.Td>{posting.source === sampleSource ? words.sample : shown(posting.source)}</Table.Td>
              <Table.Td className="hide-narrow">{shown(posting.location ?? "")}</Table.Td>
              <Table.Td className="hide-narrow whole">{posting.posted === null ? "–" : date(posting.posted)}</Table.Td>
              <Table.Td className="hide-narrow">{seenDays(posting) ?? "–"}</Table.Td>
              <Table.Td className="whole">{stateOf(posting)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function stateOf({ closed, gone }: { closed: string | null; gone: string | null }): string {
  if (closed !== null) return words.state.closed(date(closed));
  return gone === null ? words.state.open : words.state.gone(date(gone));
}
