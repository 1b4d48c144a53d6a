import { countQuestion } from "./count-answer.ts";

export const employersQuestion = countQuestion({ by: "employer", title: "Employers", about: "Employers: who posts, and how much of the market that is" });
