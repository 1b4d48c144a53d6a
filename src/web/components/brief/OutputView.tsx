import { roleOf } from "../../../brief/role.ts";
import type { Role } from "../../../terms/role.ts";
import { chosenIn } from "../../brief/posting-of.ts";
import type { Draft } from "../../brief/messages.ts";
import type { BriefReader } from "../../brief/use-brief.ts";
import type { View } from "../../brief/view.ts";
import { briefWords } from "../../words/brief.ts";
import { Failed } from "../shell/Failed.tsx";
import { BandView } from "./BandView.tsx";
import { DescriptionView } from "./DescriptionView.tsx";
import { InterviewsView } from "./InterviewsView.tsx";
import { MarketPart } from "./MarketPart.tsx";
import { RoleNeeded } from "./RoleChoice.tsx";
import { ScorecardView } from "./ScorecardView.tsx";

const words = briefWords.output;

type Props = { view: View; draft: Draft; reader: BriefReader; onChoose(role: Role | null): void };

/** One of the things that are made of a description; why it is not there, where it is not. */
export function OutputView({ view, draft, reader: { live, market, trouble, cardsError }, onChoose }: Props) {
  if (draft.text.trim() === "") {
    return (
      <output className="state">
        <h2>{words.noText}</h2>
        <p className="soft">{words.madeOf}</p>
      </output>
    );
  }
  if (view !== "description" && live !== null && roleOf(live.brief).value === null && trouble === null) {
    return <RoleNeeded brief={live.brief} chosen={chosenIn(draft)} onChoose={onChoose} what={briefWords.role[view as "band" | "scorecard" | "interviews"]} />;
  }
  if (view === "band") return <MarketPart id="band-part" heading="" state={market}>{(known) => <BandView market={known} />}</MarketPart>;
  if (trouble !== null) return <p role="alert">{trouble}</p>;
  if (cardsError !== null) return <Failed error={cardsError} retry={() => location.reload()} />;
  const outputs = live?.outputs ?? null;
  if (outputs === null) return <output className="soft state">{words.making}</output>;
  if (view === "description") return <DescriptionView outputs={outputs} />;
  if (view === "scorecard") return <ScorecardView scorecard={outputs.scorecard} title={outputs.description.title} />;
  return <InterviewsView plan={outputs.interviews} scorecard={outputs.scorecard} title={outputs.description.title} />;
}
