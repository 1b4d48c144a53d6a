import { useInfiniteQuery } from "@tanstack/react-query";
import { absentText } from "../../../terms/market-name.ts";
import { postings } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import { PostingTable } from "../market/PostingTable.tsx";
import { TableSkeleton } from "../market/TableSkeleton.tsx";
import { Failed } from "../shell/Failed.tsx";

const words = roleWords.postings;

/** The postings of a cut, newest first, page by page. `n`: how many there are, where that is known; the vacancies of AI work are fewer. */
export function PostingList({ cut, n, ofEmployer }: { cut: Filters; n?: number; ofEmployer?: boolean }) {
  const asked = useInfiniteQuery(postings(cut));
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  // Figures leave work outside AI out unless it is asked for (whereOfAi); the list of an employer holds it.
  const ofAny = ofEmployer === true && !cut.layer?.length && !cut.role?.length;
  const absent = asked.data?.pages[0]?.absent ?? [];
  return (
    <section aria-labelledby="postings" aria-busy={asked.isFetching} className="rows">
      <h2 id="postings">{ofAny ? words.anyTitle : words.title}</h2>
      <p className="chart-about soft">{ofAny ? words.anyAbout : words.about}</p>
      {asked.isPending ? <TableSkeleton label={words.loading} /> : rows.length > 0 && <PostingTable rows={rows} ofEmployer={ofEmployer} />}
      {absent.length > 0 && <p className="soft">{absent.map(absentText).join(". ")}.</p>}
      {asked.error !== null && <Failed error={asked.error} retry={() => void (rows.length > 0 ? asked.fetchNextPage() : asked.refetch())} />}
      {rows.length > 0 && asked.error === null && (
        <div className="more">
          {asked.hasNextPage && (
            <button type="button" className="button" disabled={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {words.more}
            </button>
          )}
          <output className="soft">{words.shown(count(rows.length), asked.hasNextPage && (n ?? 0) <= rows.length ? null : count(Math.max(n ?? 0, rows.length)))}</output>
        </div>
      )}
    </section>
  );
}
