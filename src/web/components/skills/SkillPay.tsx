import { useQuery } from "@tanstack/react-query";
import { question } from "../../api.ts";
import { signed } from "../../charts/signed.ts";
import type { Filters } from "../../filters.ts";
import { count, plural } from "../../figures.ts";
import { skillWords } from "../../words/skills.ts";
import { medianOf, PayCell } from "../market/PayCell.tsx";

const words = skillWords.detail;

/** What postings that name a skill pay: their median, that of all in view, and the difference all else alike. `name` once it is known. */
export function SkillPay({ id, name, filters }: { id: string; name: string | undefined; filters: Filters }) {
  const whole = useQuery(question("pay", { ...filters, by: "all" }));
  const currency = whole.data?.rows[0]?.currency;
  const named = useQuery({ ...question("pay", { ...filters, skill: [id], by: "all", currency }), enabled: currency !== undefined });
  const premiums = useQuery(question("premiums", filters));
  const premium = premiums.data?.rows.find((row) => row.factor === "skill" && row.name === name);
  const first = whole.data?.rows[0];
  const own = named.data?.rows.find((row) => row.kind === first?.kind && row.currency === currency);
  return (
    <dl className="summary">
      <div>
        <dt>{words.pay}</dt>
        <dd>{own === undefined ? (named.isPending ? "…" : "–") : <PayCell pay={medianOf(own)} />}</dd>
      </div>
      <div>
        <dt>{words.payLine}</dt>
        <dd>{first === undefined ? (whole.isPending ? "…" : "–") : <PayCell pay={medianOf(first)} />}</dd>
      </div>
      <div>
        <dt>{skillWords.list.columns.premium}</dt>
        <dd>
          {premium === undefined ? (
            <span className="soft">{premiums.isPending || name === undefined ? "…" : words.noPremium}</span>
          ) : (
            <>
              {signed(premium.premium.value)} <span className="soft">{words.premium(signed(premium.premium.low), signed(premium.premium.high), count(premium.n), plural(premium.employers, "employer"))}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
