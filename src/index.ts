/** The library: `import { read } from "strata-hiring"`. */
export { engine, read } from "./reading/read.ts";
export { Posting } from "./terms/posting.ts";
export { Reading } from "./terms/reading.ts";
