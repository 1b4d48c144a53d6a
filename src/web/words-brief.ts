import type { Flag } from "../terms/flag.ts";

// What people read on the Brief page for each value of the terms.

export const severityHeadings: Record<Flag["severity"], string> = { warn: "Costs candidates or clarity", info: "Worth knowing" };
