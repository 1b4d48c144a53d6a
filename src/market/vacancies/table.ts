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
 * scan of few bytes a vacancy and no join. What a cut picks by stands as bits too (`bitOf`), 0 where it is not known: it looks at a few bytes in place of a list, and of words, which DuckDB spells out to compare them
 * (a third of a scan's time against three times it). Roles and layers, by which the table is ordered, have types with names instead: a word is made one of them, and whole blocks are left out.
 * `seen_after` and `watched_to`: days from opening to first sight, and to the end or last sight. `pays`: one figure a kind and currency, of closed ranges; `stated` and
 * `more_stated`: the currencies in which any yearly figure is stated; `wage` and `more_wages`: one figure a currency, of what is not said to be a total. Few vacancies state more than one: the first stands in a column of
 * its own, where it is looked at for a fifth of what a list costs.
 * `vacancy_more` holds such a vacancy once more for each further currency, with all that a cut picks by: few rows, in place of a list that is looked at in every one.
 * `needs` say of each of `skills` whether it is required.
 */
const tables = `
CREATE TYPE role AS ${enumOf(Role.options)};
CREATE TYPE layer AS ${enumOf(Layer.options)};
CREATE TABLE employer (number UINTEGER NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE skill (number USMALLINT NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE currency (number USMALLINT NOT NULL, code VARCHAR NOT NULL);
CREATE TABLE vacancy (
  key UBIGINT NOT NULL, employer UINTEGER, role role NOT NULL, layer layer,
  ${layers.map((layer) => `mix_${layer} DOUBLE`).join(", ")}, conflation DOUBLE, confidence DOUBLE, seniority ${enumOf(Seniority.options)}, workplace ${enumOf(Workplace.options)},
  domain ${enumOf(Domain.options)}, years DOUBLE, degree ${enumOf(Degree.options)}, production BOOLEAN, visa ${enumOf(Visa.options)}, title_key VARCHAR, source VARCHAR NOT NULL,
  posted DATE, closed DATE, opened DATE, month USMALLINT, first_seen DATE, last_seen DATE, ended DATE, seen_after INTEGER, watched_to INTEGER,
  seniority_bits ${bitsFor(Seniority.options)} NOT NULL, workplace_bits ${bitsFor(Workplace.options)} NOT NULL, domain_bits ${bitsFor(Domain.options)} NOT NULL,
  regions ${enumOf(Region.options)}[] NOT NULL, region_bits ${bitsFor(Region.options)} NOT NULL, countries VARCHAR[] NOT NULL,
  pays STRUCT(kind ${enumOf(PayKind.options)}, currency VARCHAR, yearly DOUBLE, low DOUBLE, high DOUBLE)[] NOT NULL, stated USMALLINT, more_stated USMALLINT[] NOT NULL,
  wage_currency USMALLINT, wage DOUBLE, more_wages STRUCT(currency USMALLINT, yearly DOUBLE)[] NOT NULL,
  skills USMALLINT[] NOT NULL, needs ${enumOf(Need.options)}[] NOT NULL);
CREATE TABLE vacancy_more AS FROM vacancy LIMIT 0;`;

/** What an older version of the reader called otherwise is not known. */
const known: readonly (readonly [column: string, values: readonly string[]])[] = [
  ["role", Role.options], ["layer", Layer.options], ["seniority", Seniority.options], ["workplace", Workplace.options], ["domain", Domain.options], ["degree", Degree.options], ["visa", Visa.options],
];

/** Made again, whole, where it was made by other rules than these. */
const rules = hash("sha256", `1 ${tables}`).slice(0, 16);

/** About so many vacancies are gathered at once: lists of all together would not fit into the memory that a store may use. */
export const gathered = 65_536;

/** What vacancies are made from, and the column by which the rows of one are found. */
const laid = [
  ["reading", "key", "* EXCLUDE (hash, engine, language, runner_up, margin)", "key = vacancy"],
  ["posting", "key", "key, source", "TRUE"],
  ["reading_place", "vacancy", "vacancy, region, country", "TRUE"],
  ["reading_pay", "key", "key, min, max, currency, kind, yearly", "yearly IS NOT NULL"],
  ["reading_skill", "key", "key, skill, need", "TRUE"],
] as const;

/** Keys are hashes: equal parts of all numbers that they may be hold about as many. */
const allKeys = 2n ** 64n;

/** Whether the table holds the vacancies as these rules make them. */
export async function hasVacancyTable(connection: DuckDBConnection): Promise<boolean> {
  const found = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'vacancies'");
  return found.getRowsJS()[0]?.[0] === rules;
}

/** Makes the tables, empty. */
export async function makeVacancyTable(connection: DuckDBConnection): Promise<void> {
  await connection.run("DROP TABLE IF EXISTS vacancy_more; DROP TABLE IF EXISTS vacancy; DROP TABLE IF EXISTS employer; DROP TABLE IF EXISTS skill; DROP TABLE IF EXISTS currency; DROP TYPE IF EXISTS role; DROP TYPE IF EXISTS layer");
  await connection.run(tables);
}

/**
 * Makes the table anew from all readings. Work inside AI comes first, so that a question which leaves the rest out does not read it.
 * What it is made from is laid in the order of keys before: so each piece reads its own rows, not those of all pieces.
 */
export async function fillVacancyTable(connection: DuckDBConnection, atOnce = gathered): Promise<void> {
  await makeVacancyTable(connection);
  await nameAll(connection);
  for (const [table, key, columns, those] of laid) await connection.run(`CREATE OR REPLACE TEMP TABLE laid_${table} AS SELECT ${columns} FROM ${table} WHERE ${those} ORDER BY ${key}`);
  for (const side of ["layer IS DISTINCT FROM 'outside'", "layer = 'outside'"]) {
    const [[n]] = (await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM laid_reading WHERE ${side}`)).getRowsJS() as [[number]];
    const parts = BigInt(Math.max(1, Math.ceil(n / atOnce)));
    for (let part = 0n; part < parts; part++) {
      const [from, to] = [(allKeys * part) / parts, (allKeys * (part + 1n)) / parts - 1n];
      await insertVacancies(connection, { of: "laid_", into: "", side, within: (key) => `${key} BETWEEN ${from}::UBIGINT AND ${to}::UBIGINT` });
    }
  }
  for (const [table] of laid) await connection.run(`DROP TABLE laid_${table}`);
  await repeatVacancies(connection);
  await connection.run("DELETE FROM meta WHERE name = 'vacancies'");
  await connection.run("INSERT INTO meta VALUES ('vacancies', ?)", [rules]);
}

/** Makes the rows of the vacancies in the batch's tables (append.ts): of each reading there that stands for one. */
export async function putVacancies(connection: DuckDBConnection): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE batch_vacancy AS FROM vacancy LIMIT 0");
  await nameAll(connection, "batch_");
  await insertVacancies(connection, { of: "batch_", into: "batch_" });
  await connection.run("INSERT INTO vacancy FROM batch_vacancy");
  await repeatVacancies(connection, "batch_");
}

/** Vacancies that were seen again today (a day counted from 1970): nothing else of them has changed. */
export async function seeVacancies(connection: DuckDBConnection, today: number, those: string): Promise<void> {
  const day = "DATE '1970-01-01' + $today::INTEGER";
  for (const table of ["vacancy", "vacancy_more"]) await connection.run(`UPDATE ${table} SET last_seen = ${day}, watched_to = date_diff('day', opened, coalesce(ended, ${day})) WHERE ${those}`, { today });
}

/** `bitOf(["us", "uk"], "uk")` → `2` */
export function bitOf(values: readonly string[], value: string): number {
  return 2 ** values.indexOf(value);
}

/** Numbers for the names of employers, skills and currencies that have none yet. They tell nothing by their order. `of`: what the names of the tables that are read begin with. */
async function nameAll(connection: DuckDBConnection, of = ""): Promise<void> {
  await connection.run(`INSERT INTO employer SELECT (SELECT coalesce(max(number), 0) FROM employer) + row_number() OVER (ORDER BY name), name
FROM (SELECT DISTINCT employer AS name FROM ${of}reading WHERE employer IS NOT NULL) n WHERE NOT EXISTS (FROM employer e WHERE e.name = n.name)`);
  await connection.run(`INSERT INTO skill SELECT (SELECT coalesce(max(number), 0) FROM skill) + row_number() OVER (ORDER BY id), id, name
FROM (SELECT skill AS id, min(name) AS name FROM ${of}reading_skill GROUP BY skill) WHERE id NOT IN (SELECT id FROM skill)`);
  await connection.run(`INSERT INTO currency SELECT (SELECT coalesce(max(number), 0) FROM currency) + row_number() OVER (ORDER BY code), code
FROM (SELECT DISTINCT currency AS code FROM ${of}reading_pay) WHERE code NOT IN (SELECT code FROM currency)`);
}

/** Of which tables rows are made, into which, and of which rows there: on which side, with keys within which bounds. */
type Rows = { of: "laid_" | "batch_"; into: "" | "batch_"; side?: string; within?: (key: string) => string };

/** The rows of those readings that stand for a vacancy. Lists are in no order: sorting a million of them would take more memory than a store may use. */
async function insertVacancies(connection: DuckDBConnection, { of, into, side = "TRUE", within = () => "TRUE" }: Rows): Promise<void> {
  await connection.run(`INSERT INTO ${into}vacancy
WITH own AS MATERIALIZED (SELECT * REPLACE (${known.map(([name, values]) => `TRY_CAST(${name} AS ${enumOf(values)}) AS ${name}`).join(", ")}) FROM ${of}reading WHERE ${within("key")} AND ${side} AND key = vacancy AND TRY_CAST(role AS ${enumOf(Role.options)}) IS NOT NULL),
  place AS (SELECT vacancy AS key, list(DISTINCT region) FILTER (region IS NOT NULL) AS regions, bit_or(${bitsOf("region", Region.options)}) AS region_bits, list(DISTINCT country) FILTER (country IS NOT NULL) AS countries
    FROM ${of}reading_place WHERE ${within("vacancy")} AND vacancy IN (SELECT key FROM own) GROUP BY vacancy),
  pay AS (SELECT p.*, number FROM ${of}reading_pay p JOIN currency ON code = p.currency WHERE ${within("key")} AND key IN (SELECT key FROM own) AND yearly IS NOT NULL),
  paid AS (SELECT key, list({'kind': kind, 'currency': currency, 'yearly': yearly, 'low': low, 'high': high}) AS pays FROM (
    SELECT key, kind, currency, round(avg(yearly), 2) AS yearly, round(avg(min * yearly * 2 / (min + max)), 2) AS low, round(avg(max * yearly * 2 / (min + max)), 2) AS high
    FROM pay WHERE min + max > 0 GROUP BY key, kind, currency) GROUP BY key),
  stated AS (SELECT key, list(DISTINCT number) AS stated FROM pay GROUP BY key),
  waged AS (SELECT key, list({'currency': number, 'yearly': yearly}) AS wages FROM (
    SELECT key, number, round(avg(yearly), 2) AS yearly FROM pay WHERE kind <> 'total' GROUP BY key, number) GROUP BY key),
  skilled AS (SELECT key, list(number) AS skills, list(need) AS needs FROM ${of}reading_skill s JOIN skill ON skill.id = s.skill WHERE ${within("key")} AND key IN (SELECT key FROM own) GROUP BY key)
SELECT own.key, employer.number, role, layer, ${layers.map((layer) => `mix_${layer}`).join(", ")}, conflation, confidence, seniority, workplace, domain, years, degree, production, visa, title_key, coalesce(p.source, ''),
  own.posted, own.closed, opened, year(opened) * 12 + month(opened) - 1, own.first_seen, own.last_seen, ended, greatest(0, date_diff('day', opened, own.first_seen)), date_diff('day', opened, coalesce(ended, own.last_seen)),
  ${bitsOf("seniority", Seniority.options)}, ${bitsOf("workplace", Workplace.options)}, ${bitsOf("domain", Domain.options)},
  coalesce(regions, []), coalesce(region_bits, 0), coalesce(countries, []), coalesce(pays, []), stated[1], coalesce(stated[2:], []), wages[1].currency, wages[1].yearly, coalesce(wages[2:], []), coalesce(skills, []), coalesce(needs, [])
FROM own LEFT JOIN employer ON employer.name = own.employer LEFT JOIN (SELECT key, source FROM ${of}posting WHERE ${within("key")} AND key IN (SELECT key FROM own)) p USING (key)
  LEFT JOIN place USING (key) LEFT JOIN paid USING (key) LEFT JOIN stated USING (key) LEFT JOIN waged USING (key) LEFT JOIN skilled USING (key) ORDER BY role, opened`);
}

/** The rows of `vacancy_more`: what is stated in a second currency, and a third. */
async function repeatVacancies(connection: DuckDBConnection, of = ""): Promise<void> {
  await connection.run(`INSERT INTO vacancy_more SELECT * EXCLUDE (also, paid) REPLACE (also AS stated, paid.currency AS wage_currency, paid.yearly AS wage, [] AS more_stated, [] AS more_wages)
FROM (SELECT *, unnest(more_stated) AS also, unnest(more_wages) AS paid FROM ${of}vacancy WHERE len(more_stated) > 0)`);
}

/** The type of a column of bits: wide enough for one a value. */
export function bitsFor(values: readonly string[]): string {
  return values.length <= 8 ? "UTINYINT" : "UINTEGER";
}

function bitsOf(column: string, values: readonly string[]): string {
  return `(CASE ${column} ${values.map((value) => `WHEN '${value}' THEN ${bitOf(values, value)}`).join(" ")} ELSE 0 END)::${bitsFor(values)}`;
}

function enumOf(values: readonly string[]): string {
  return `ENUM (${values.map((value) => `'${value}'`).join(", ")})`;
}
