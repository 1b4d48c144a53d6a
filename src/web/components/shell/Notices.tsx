import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { status } from "../../api.ts";
import { shown } from "../../figures.ts";
import { useIsSample } from "../../is-sample.ts";
import { unreadParts } from "../../opened.ts";
import { useReachable } from "../../reachable.ts";
import { shellWords } from "../../words/shell.ts";
import { Command } from "./Command.tsx";

const askAgainMs = 3000;

/** What stands above every page: that the market is made up, and that the server is gone. While it is, it is asked for; when it is back, what failed is asked again. */
export function Notices() {
  const reachable = useReachable();
  useQuery({ ...status(), refetchInterval: reachable ? false : askAgainMs });
  const isSample = useIsSample();
  useAskAgain(reachable);
  return (
    <>
      {!reachable && (
        <output className="notice offline">
          <b>{shellWords.offline.head}</b> {shellWords.offline.body} <Command of={shellWords.offline.command} />
        </output>
      )}
      <Unread />
      {isSample && (
        <p className="notice sample" role="note">
          <b>{shellWords.sample.head}</b> {shellWords.sample.body} <Command of={shellWords.sample.command} />
        </p>
      )}
    </>
  );
}

/** What of the address is not understood, until one goes to another page or closes it. */
function Unread() {
  const { pathname } = useLocation();
  const [opened] = useState(pathname);
  const [closed, setClosed] = useState(false);
  const unread = unreadParts();
  if (unread.length === 0 || closed || pathname !== opened) return null;
  return (
    <output className="notice unread">
      <b>{shellWords.unread.head}</b> <code>{shown(unread.join(" "))}</code>. {shellWords.unread.body}{" "}
      <button type="button" onClick={() => setClosed(true)}>
        {shellWords.unread.close}
      </button>
    </output>
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
