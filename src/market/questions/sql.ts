import type { Answer } from "./answer.ts";

/**
 * The query of an answer with its values written in, to be run as it stands against a copy of the store.
 * `sqlWithValues({sql: "… country = $country0", values: {country0: "DE"}})` → `"… country = 'DE';"`
 */
export function sqlWithValues({ sql, values }: Pick<Answer<unknown>, "sql" | "values">): string {
  const written = sql.replaceAll(/\$(\w+)/g, (whole, name: string) => (Object.hasOwn(values, name) ? literal(values[name]!) : whole));
  return written.endsWith(";") ? written : `${written};`;
}

function literal(value: string | number): string {
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
