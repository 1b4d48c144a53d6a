import { count } from "../../figures.ts";

/** Skills in the order given, each with how many vacancies name it. */
export function SkillChips({ skills }: { skills: readonly { id: string; name: string; n: number }[] }) {
  return (
    <span className="chips">
      {skills.map((skill) => (
        <span key={skill.id} className="chip" title={`${count(skill.n)} vacancies name it`}>
          {skill.name}
        </span>
      ))}
    </span>
  );
}
