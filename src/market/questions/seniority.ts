import { countQuestion } from "./count-answer.ts";

export const seniorityQuestion = countQuestion({ by: "seniority", title: "Seniority", about: "Seniority: the levels that are hired for" });
