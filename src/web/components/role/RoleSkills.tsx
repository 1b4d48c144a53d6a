import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { roleWords } from "../../words/role.ts";
import { skillWords } from "../../words/skills.ts";
import type { Column } from "../chart/column.ts";
import { ShareTable } from "../market/ShareTable.tsx";
import { NeedBar } from "./NeedBar.tsx";

const words = roleWords.asks;
type Row = AnswerOf<"skills">["rows"][number];

const needColumns: readonly Column<Row>[] = [
  { head: "required", of: (row) => row.required },
  { head: "preferred", of: (row) => row.preferred },
  { head: "mentioned", of: (row) => row.mentioned },
];

type Props = { cut: Filters; most?: number; /** The skill that all of them name: it is not among what is named beside it. */ beside?: string };

/** What the postings of a cut ask for: skills with their share, and whether they are required, a plus, or only mentioned. */
export function RoleSkills({ cut, most = 16, beside }: Props) {
  const { title, about } = beside === undefined ? words : skillWords.detail.beside;
  return (
    <ShareTable
      title={title}
      about={about}
      none={words.none}
      asked={useQuery(question("skills", { ...cut, limit: beside === undefined ? most : most + 1 }))}
      rows={(rows) => rows.filter(({ id }) => id !== beside)}
      heads={{ name: words.columns.skill, n: words.columns.n, share: words.columns.share, more: words.columns.need }}
      file={[
        { head: "skill", of: (row) => row.id },
        { head: "name", of: (row) => row.name },
      ]}
      keyOf={({ id }) => id}
      renderName={({ id, name }) => (
        <Link to="/skills" search={{ at: id }}>
          {name}
        </Link>
      )}
      renderMore={(row) => <NeedBar {...row} />}
      moreFile={needColumns}
      skeletonRows={most}
    />
  );
}
