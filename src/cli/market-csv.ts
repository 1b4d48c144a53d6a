import type { Answer } from "../market/questions/answer.ts";
import type { LayerRow } from "../market/questions/layers.ts";
import type { PayRow } from "../market/questions/pay.ts";
import type { RoleRow } from "../market/questions/roles.ts";
import type { SkillRow } from "../market/questions/skills.ts";
import type { QuestionName } from "./ask.ts";
import { csvOf } from "./csv.ts";

/** An answer of the market for a spreadsheet: one row a row, shares with their interval in columns of their own. */
export function marketCsv(question: QuestionName, found: Answer<never>): string {
  switch (question) {
    case "roles":
      return csvOf(
        ["role", "name", "layer", "n", "employers", "share", "share_low", "share_high", "pay_median", "pay_currency", "pay_n", "pay_employers", "pay_hidden", "skills"],
        (found as Answer<RoleRow>).rows.map(({ pay, share, ...row }) => [row.role, row.name, row.layer, row.n, row.employers, share?.value ?? null, share?.low ?? null, share?.high ?? null, pay.value, pay.currency, pay.n, pay.employers, pay.hidden, row.skills.map((skill) => skill.name).join("; ")]),
      );
    case "layers":
      return csvOf(
        ["layer", "n", "employers", "share", "share_low", "share_high", "work", "pay_median", "pay_currency", "pay_n", "pay_employers", "pay_hidden"],
        (found as Answer<LayerRow>).rows.map(({ pay, share, ...row }) => [row.layer, row.n, row.employers, share?.value ?? null, share?.low ?? null, share?.high ?? null, row.work, pay.value, pay.currency, pay.n, pay.employers, pay.hidden]),
      );
    case "skills":
      return csvOf(
        ["skill", "name", "n", "employers", "share", "share_low", "share_high", "required", "preferred", "mentioned"],
        (found as Answer<SkillRow>).rows.map(({ share, ...row }) => [row.id, row.name, row.n, row.employers, share.value, share.low, share.high, row.required, row.preferred, row.mentioned]),
      );
    case "pay":
      return csvOf(
        ["group", "currency", "n", "employers", "p10", "p25", "p50", "p75", "p90", "hidden"],
        (found as Answer<PayRow>).rows.map((row) => [row.group, row.currency, row.n, row.employers, row.p10, row.p25, row.p50, row.p75, row.p90, row.hidden]),
      );
  }
}
