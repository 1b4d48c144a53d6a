import type { BriefFigure } from "../../../terms/brief.ts";
import type { AskedQuery } from "../chart/QueryDialog.tsx";

/** The query behind a figure, led by the command that asks it with its parameters. */
export function askedQuery(figure: Pick<BriefFigure, "asked">): AskedQuery {
  return { sql: `-- ${askedCommand(figure)}\n${figure.asked.sql}`, values: {} };
}

/** `"strata market pay --role ml-engineer --country GB"` */
export function askedCommand({ asked: { question, parameters } }: Pick<BriefFigure, "asked">): string {
  return `strata market ${question}${Object.entries(parameters).map(([name, value]) => ` --${name} ${/\s/.test(value) ? JSON.stringify(value) : value}`).join("")}`;
}
