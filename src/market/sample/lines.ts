import type { Random } from "../../lib/random.ts";
import type { Content } from "./content.ts";

type Lines = Pick<Content, "duties" | "demands" | "pluses">;

/** Tools that stand in for each other: a posting has them changed about, so that not every employer uses the same. */
const families = [
  ["AWS", "GCP", "Azure"],
  ["Pinecone", "Qdrant", "Weaviate", "Milvus"],
  ["Prometheus", "Datadog"],
  ["LangChain", "LlamaIndex"],
  ["Langfuse", "LangSmith"],
  ["Kubeflow", "MLflow"],
  ["Airflow", "Dagster", "Prefect"],
  ["Snowflake", "BigQuery", "Databricks"],
  ["Tableau", "Looker", "Power BI"],
  ["GitLab CI", "GitHub Actions"],
  ["Elasticsearch", "OpenSearch"],
  ["vLLM", "SGLang"],
  ["XGBoost", "LightGBM"],
];

/** Which of a posting's lines a variant says, and in which order. Years come first, and are always said. */
export function chosenLines(content: Content, pool: Lines, years: string | null, random: Random): Lines {
  const isOrdered = content.variation.apart && content.variation.levels.intern !== undefined;
  const own = isOrdered ? content.duties : random.shuffled(content.duties);
  const shared = random.shuffled(pool.duties);
  const wanted = random.whole(5, 7);
  const duties = [...own.slice(0, shared.length > 0 ? random.whole(3, 5) : Math.max(wanted, 4)), ...shared].slice(0, wanted);
  const demands = distinct([...random.shuffled(content.demands).slice(0, random.whole(3, 5)), ...random.shuffled(pool.demands)], random.whole(3, 5), years ?? "");
  const pluses = distinct([...random.shuffled(content.pluses), ...random.shuffled(pool.pluses).slice(0, 2)], random.whole(2, 3), [years ?? "", ...demands].join(" "));
  const swapped = swapper(random);
  return {
    duties: (isOrdered ? duties : random.shuffled(duties)).map(stripped).map(swapped),
    demands: [...(years === null ? [] : [years]), ...demands].map(swapped),
    pluses: random.shuffled(pluses).map(swapped),
  };
}

/** The first lines that share no name and no degree with what was said before. */
function distinct(lines: readonly string[], wanted: number, said: string): string[] {
  const known = namesIn(said);
  const chosen: string[] = [];
  for (const line of lines) {
    if (chosen.length === wanted) break;
    const names = namesIn(line);
    if ([...names].some((name) => known.has(name))) continue;
    for (const name of names) known.add(name);
    chosen.push(line);
  }
  return chosen;
}

const openings = new Set("A An The At You We Of Any And Good Strong Solid Clear Calm Hands-on Experience Experienced Knowledge Working Practical Fluency Excellent Enough Comfort Some Something Written Worked Degree Bachelor's Master's Master Bachelor".split(" "));
const degree = /degree|\bPhD\b|Bachelor|Master|Studium|studium|abschluss|Bac\+|Diplôme|diploma|\bhbo|\bwo-/;

/** Names of tools in a line, and one word for all degrees. */
function namesIn(line: string): Set<string> {
  const names = new Set((line.match(/[\p{Lu}][\p{L}\d+#./-]*[\p{L}\d+#]|\bSQL\b|\bR\b/gu) ?? []).filter((word) => !openings.has(word)));
  if (degree.test(line)) names.add("degree");
  return names;
}

function stripped(line: string): string {
  return line.replace(/\.$/, "");
}

/** Changes tools about within their families, the same way in all lines of a posting. */
function swapper(random: Random): (line: string) => string {
  const changes = new Map<string, string>();
  for (const family of families) {
    if (!random.chance(0.5)) continue;
    const other = random.shuffled(family);
    family.forEach((name, i) => changes.set(name, other[i]!));
  }
  return (line) => line.replace(tools, (name, at: number) => (standsAlone(line, at, at + name.length) ? (changes.get(name) ?? name) : name));
}

const tools = new RegExp(families.flat().join("|"), "g");

/** Not inside a longer name ("AWS Bedrock"), nor where an article or an elision goes with the name's first sound ("d'Airflow"). */
function standsAlone(line: string, start: number, end: number): boolean {
  return !/(?:[\p{L}'’-]|\ban? )$/u.test(line.slice(Math.max(0, start - 4), start)) && !/^(?:[\p{L}-]| (?:Bedrock|Lambda|OpenAI|ML|Machine))/u.test(line.slice(end, end + 8));
}
