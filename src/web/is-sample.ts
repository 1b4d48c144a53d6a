import { useQuery } from "@tanstack/react-query";
import { status } from "./api.ts";

/** Whether any of the market is the invented sample. */
export function useIsSample(): boolean {
  return useQuery(status()).data?.sample ?? pageSaysSample();
}

/** What the page was served with, until the answer is in: a line that comes later pushes down all that is being looked at. */
function pageSaysSample(): boolean {
  return document.querySelector<HTMLMetaElement>("meta[name=strata-market]")?.content === "sample";
}
