import { hash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { Degree } from "../../terms/degree.ts";
import { Domain } from "../../terms/domain.ts";
import { Layer, layers } from "../../terms/layer.ts";
import { PayKind } from "../../terms/pay.ts";
import { Region } from "../../terms/place.ts";
import { Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { Need } from "../../terms/skill.ts";
import { Visa } from "../../terms/visa.ts";
import { Workplace } from "../../terms/workplace.ts";

/**
 * One row a vacancy whose role is known, with all that questions look at: read from the posting that stands for it, its places from all its postings. Words are stored as
 * small numbers (ENUM; `employer` and `skill` are tables of names), months as `year * 12 + month - 1`, what a vacancy has several of as lists, so that a question is one
 * scan of few bytes a vacancy and no join. `regions` stand as bits too (`regionBit`): a cut looks at a byte in place of a list. `pays`: one figure a kind and currency, of closed ranges; `stated` and
 * `more_stated`: the currencies in which any yearly figure is stated; `wage` and `more_wages`: one figure a currency, of what is not said to be a total. Few vacancies state more than one: the first stands in a column of
 * its own, where it is looked at for a fifth of what a list costs.
 * `needs` say of each of `skills` whether it is required.
 */
const tables = `
CREATE TABLE employer (number UINTEGER NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE skill (number USMALLINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE currency (number USMALLINT NOT NULL, code VARCHAR NOT NULL);
CREATE TABLE vacancy (
  key UBIGINT NOT NULL, employer UINTEGER, role ${enumOf(Role.options)} NOT NULL, layer ${enumOf(Layer.options)},
  ${layers.map((layer) => `mix_${layer} DOUBLE`).join(", ")}, conflation DOUBLE, confidence DOUBLE, seniority ${enumOf(Seniority.options)}, workplace ${enumOf(Workplace.options)},
  domain ${enumOf(Domain.options)}, years DOUBLE, degree ${enumOf(Degree.options)}, production BOOLEAN, visa ${enumOf(Visa.options)}, title_key VARCHAR, source VARCHAR NOT NULL,
  posted DATE, closed DATE, opened DATE, month USMALLINT, first_seen DATE, last_seen DATE, ended DATE,
  regions ${enumOf(Region.options)}[] NOT NULL, region_bits UTINYINT NOT NULL, countries VARCHAR[] NOT NULL,
  pays STRUCT(kind ${enumOf(PayKind.options)}, currency VARCHAR, yearly DOUBLE, low DOUBLE, high DOUBLE)[] NOT NULL, stated USMALLINT, more_stated USMALLINT[] NOT NULL,
  wage_currency USMALLINT, wage DOUBLE, more_wages STRUCT(currency USMALLINT, yearly DOUBLE)[] NOT NULL,
  skills USMALLINT[] NOT NULL, needs ${enumOf(Need.options)}[] NOT NULL);`;

/** What an older version of the reader called otherwise is not known. */
const known: readonly (readonly [column: string, values: readonly string[]])[] = [
  ["role", Role.options], ["layer", Layer.options], ["seniority", Seniority.options], ["workplace", Workplace.options], ["domain", Domain.options], ["degree", Degree.options], ["visa", Visa.options],
];

/** Made again, whole, where it was made by other rules than these. */
const rules = hash("sha256", `1 ${tables}`).slice(0, 16);

/** About so many vacancies are gathered at once: lists of all together would not fit into the memory that a store may use. */
const gathered = 65_536;

/** Whether the table holds the vacancies as these rules make them. */
export async function hasVacancyTable(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'vacancies'");
  return found.getRowsJS()[0]?.[0] === rules;
}

/** Makes the tables, empty. */
export async function makeVacancyTable(connection: DuckDBConnection): Promise<void> {
  await connection.run("DROP TABLE IF EXISTS vacancy; DROP TABLE IF EXISTS employer; DROP TABLE IF EXISTS skill; DROP TABLE IF EXISTS currency");
  await connection.run(tables);
}

/** Makes the table anew from all readings. Work inside AI comes first, so that a question which leaves the rest out does not read it. */
export async function fillVacancyTable(connection: DuckDBConnection): Promise<void> {
  await makeVacancyTable(connection);
  await nameAll(connection, "TRUE");
  for (const side of ["layer IS DISTINCT FROM 'outside'", "layer = 'outside'"]) {
    const [[n]] = (await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM reading WHERE ${side}`)).getRowsJS() as [[number]];
    const parts = Math.max(1, Math.ceil(n / gathered));
    for (let part = 0; part < parts; part++) await insertVacancies(connection, `${side} AND key % ${parts} = ${part}`);
  }
  await connection.run("DELETE FROM meta WHERE name = 'vacancies'");
  await connection.run("INSERT INTO meta VALUES ('vacancies', ?)", [rules]);
}

/** Makes the rows anew of vacancies that have a posting in a table of keys. */
export async function putVacancies(connection: DuckDBConnection, keys: string): Promise<void> {
  const those = `key IN (SELECT key FROM ${keys})`;
  await connection.run(`DELETE FROM vacancy WHERE ${those}`);
  await nameAll(connection, those);
  await insertVacancies(connection, those);
}

/** `regionBit("uk")` → `2` */
export function regionBit(region: Region): number {
  return 1 << Region.options.indexOf(region);
}

/** Numbers for the names of employers, skills and currencies that have none yet. They tell nothing by their order. */
async function nameAll(connection: DuckDBConnection, those: string): Promise<void> {
  await connection.run(`INSERT INTO employer SELECT (SELECT coalesce(max(number), 0) FROM employer) + row_number() OVER (ORDER BY name), name
FROM (SELECT DISTINCT employer AS name FROM reading WHERE ${those} AND employer IS NOT NULL) n WHERE NOT EXISTS (FROM employer e WHERE e.name = n.name)`);
  await connection.run(`INSERT INTO skill SELECT (SELECT coalesce(max(number), 0) FROM skill) + row_number() OVER (ORDER BY id), id, name
FROM (SELECT skill AS id, min(name) AS name FROM reading_skill WHERE ${those} GROUP BY skill) WHERE id NOT IN (SELECT id FROM skill)`);
  await connection.run(`INSERT INTO currency SELECT (SELECT coalesce(max(number), 0) FROM currency) + row_number() OVER (ORDER BY code), code
FROM (SELECT DISTINCT currency AS code FROM reading_pay WHERE ${those}) WHERE code NOT IN (SELECT code FROM currency)`);
}

/** The rows of those readings that stand for a vacancy. Lists are in no order: sorting a million of them would take more memory than a store may use. */
async function insertVacancies(connection: DuckDBConnection, those: string): Promise<void> {
  await connection.run(`INSERT INTO vacancy
WITH own AS MATERIALIZED (SELECT * REPLACE (${known.map(([name, values]) => `TRY_CAST(${name} AS ${enumOf(values)}) AS ${name}`).join(", ")}) FROM reading WHERE ${those} AND key = vacancy AND TRY_CAST(role AS ${enumOf(Role.options)}) IS NOT NULL),
  place AS (SELECT vacancy AS key, list(DISTINCT region) FILTER (region IS NOT NULL) AS regions, bit_or(CASE region ${Region.options.map((region) => `WHEN '${region}' THEN ${regionBit(region)}`).join(" ")} ELSE 0 END)::UTINYINT AS region_bits, list(DISTINCT country) FILTER (country IS NOT NULL) AS countries
    FROM reading_place WHERE vacancy IN (SELECT key FROM own) GROUP BY vacancy),
  pay AS (SELECT p.*, number FROM reading_pay p JOIN currency ON code = p.currency WHERE key IN (SELECT key FROM own) AND yearly IS NOT NULL),
  paid AS (SELECT key, list({'kind': kind, 'currency': currency, 'yearly': yearly, 'low': low, 'high': high}) AS pays FROM (
    SELECT key, kind, currency, round(avg(yearly), 2) AS yearly, round(avg(min * yearly * 2 / (min + max)), 2) AS low, round(avg(max * yearly * 2 / (min + max)), 2) AS high
    FROM pay WHERE min + max > 0 GROUP BY key, kind, currency) GROUP BY key),
  stated AS (SELECT key, list(DISTINCT number) AS stated FROM pay GROUP BY key),
  waged AS (SELECT key, list({'currency': number, 'yearly': yearly}) AS wages FROM (
    SELECT key, number, round(avg(yearly), 2) AS yearly FROM pay WHERE kind <> 'total' GROUP BY key, number) GROUP BY key),
  skilled AS (SELECT key, list(number) AS skills, list(need) AS needs FROM reading_skill s JOIN skill ON skill.id = s.skill WHERE key IN (SELECT key FROM own) GROUP BY key)
SELECT own.key, employer.number, role, layer, ${layers.map((layer) => `mix_${layer}`).join(", ")}, conflation, confidence, seniority, workplace, domain, years, degree, production, visa, title_key, coalesce(p.source, ''),
  own.posted, own.closed, opened, year(opened) * 12 + month(opened) - 1, own.first_seen, own.last_seen, ended,
  coalesce(regions, []), coalesce(region_bits, 0), coalesce(countries, []), coalesce(pays, []), stated[1], coalesce(stated[2:], []), wages[1].currency, wages[1].yearly, coalesce(wages[2:], []), coalesce(skills, []), coalesce(needs, [])
FROM own LEFT JOIN employer ON employer.name = own.employer LEFT JOIN (SELECT key, source FROM posting WHERE key IN (SELECT key FROM own)) p USING (key)
  LEFT JOIN place USING (key) LEFT JOIN paid USING (key) LEFT JOIN stated USING (key) LEFT JOIN waged USING (key) LEFT JOIN skilled USING (key) ORDER BY role, opened`);
}

function enumOf(values: readonly string[]): string {
  return `ENUM (${values.map((value) => `'${value}'`).join(", ")})`;
}
