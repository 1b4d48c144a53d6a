import "@mantine/core/styles/Tabs.css";
import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import "../css/brief.css";
import { useDocumentTitle } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useDraft } from "../brief/draft.ts";
import type { BriefSearch } from "../brief/view.ts";
import { BriefDesk } from "../components/brief/BriefDesk.tsx";
import { shown } from "../figures.ts";

/** From a vague description to a role that can be hired. */
export function BriefPage() {
  const desk = useDraft();
  const search = useSearch({ from: "/brief" });
  const navigate = useNavigate();
  useDocumentTitle(`${shown(desk.draft.title.trim()) || "Brief"} · Strata`);
  return <BriefDesk desk={desk} search={search} onSearch={(part: BriefSearch) => void navigate({ to: "/brief", search: (before) => ({ ...before, ...part }), resetScroll: false })} />;
}
