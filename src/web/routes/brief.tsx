import "../components/brief/brief.css";
import { useDocumentTitle } from "@mantine/hooks";
import { BriefDesk } from "../components/brief/BriefDesk.tsx";
import { useDraft } from "../brief/draft.ts";
import { shown } from "../figures.ts";

/** From a vague advert to a role that can be hired. */
export function BriefPage() {
  const desk = useDraft();
  useDocumentTitle(`${shown(desk.draft.title.trim()) || "Brief"} · Strata`);
  return <BriefDesk desk={desk} />;
}
