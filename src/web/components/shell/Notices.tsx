import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { status } from "../../api.ts";
import { useReachable } from "../../reachable.ts";
import { shellWords } from "../../words/shell.ts";

const askAgainMs = 3000;

/** What stands above every page: that the market is made up, and that the server is gone. While it is, it is asked for; when it is back, what failed is asked again. */
export function Notices() {
  const reachable = useReachable();
  const { data } = useQuery({ ...status(), refetchInterval: reachable ? false : askAgainMs });
  useAskAgain(reachable);
  return (
    <>
      {!reachable && (
        <output className="notice offline">
          <b>{shellWords.offline.head}</b> {shellWords.offline.body} <code>{shellWords.offline.command}</code>
        </output>
      )}
      {data?.sample === true && (
        <p className="notice sample" role="note">
          <b>{shellWords.sample.head}</b> {shellWords.sample.body} <code>{shellWords.sample.command}</code>
        </p>
      )}
    </>
  );
}

function useAskAgain(reachable: boolean): void {
  const queries = useQueryClient();
  const was = useRef(reachable);
  useEffect(() => {
    if (reachable && !was.current) void queries.refetchQueries({ type: "active", predicate: (query) => query.state.status === "error" || query.isStale() });
    was.current = reachable;
  }, [reachable, queries]);
}
