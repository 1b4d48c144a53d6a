import { count } from "../../figures.ts";

/** Skills in the order given; pointed at, how many vacancies name each. */
export function SkillChips({ skills }: { skills: readonly { id: string; name: string; n: number }[] }) {
  return (
    <span className="chips" title={skills.map(({ name, n }) => `${name} ${count(n)}`).join(", ")}>
      {skills.map((skill) => (
        <span key={skill.id} className="chip">
          {skill.name}
        </span>
      ))}
    </span>
  );
}
