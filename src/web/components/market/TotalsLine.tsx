import { useQuery } from "@tanstack/react-query";
import { status } from "../../api.ts";
import { count, monthOf, plural } from "../../figures.ts";

type Props = { cut: { postings: number; employers: number } | undefined; narrowed: boolean };

/** How much stands behind the page. Read out when filters change it; nothing of what has no answer: the whole market would be taken for it. */
export function TotalsLine({ cut, narrowed }: Props) {
  const totals = useQuery(status()).data?.totals;
  return (
    <output className="soft totals">
      {totals !== undefined && (!narrowed || cut !== undefined) && (
        <>
          {narrowed && cut !== undefined
            ? `${plural(cut.postings, "vacancy")} of ${plural(cut.employers, "employer")}, out of ${plural(totals.vacancies, "vacancy")}`
            : `${plural(totals.vacancies, "vacancy")} of ${plural(totals.employers, "employer")}, ${count(totals.ai)} of them AI work, advertised in ${plural(totals.postings, "posting")}`}
          {totals.first !== null && totals.last !== null && ` of ${monthOf(totals.first)} to ${monthOf(totals.last)}`}
        </>
      )}
    </output>
  );
}
