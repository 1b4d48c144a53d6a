/**
 * The library. One posting: `read(posting)`. The market: `const market = await openMarket("my-market", { readOnly: true })`, then
 * `await ask(market, "roles", { country: "DE" })` or, with a checked question, `askRoles(market, Cut.parse({ country: "DE" }))`; `await market.close()` at the end.
 */
export { engine, read } from "./reading/read.ts";
export { Posting } from "./terms/posting.ts";
export { Reading } from "./terms/reading.ts";
export { ask, openMarket, QuestionRefused } from "./market/library.ts";
export { type AskedOf, type FoundOf, type QuestionName, questionNames } from "./market/questions/catalogue.ts";
export { Cut } from "./market/questions/cut.ts";
export type { Answer, PayMedian, Share } from "./market/questions/answer.ts";
export type { CountAnswer, CountRow } from "./market/questions/count-answer.ts";
export { askDemand, DemandQuestion } from "./market/questions/demand.ts";
export { askLayers, type LayerRow, LayersQuestion } from "./market/questions/layers.ts";
export { askPay, PayQuestion, type PayRow } from "./market/questions/pay.ts";
export { askRegions, type RegionRow, RegionsQuestion } from "./market/questions/regions.ts";
export { askRising, RisingQuestion, type RisingRow } from "./market/questions/rising.ts";
export { askRoles, type RoleRow } from "./market/questions/roles.ts";
export { askSkills, type SkillRow, SkillsQuestion } from "./market/questions/skills.ts";
export { askTitles, type TitleRow, TitlesQuestion } from "./market/questions/titles.ts";
export { askTrends, type TrendRow, TrendsQuestion } from "./market/questions/trends.ts";
export { sqlWithValues } from "./market/questions/sql.ts";
export type { Market } from "./market/store.ts";
