import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RefreshEvent, RefreshState } from "../../../terms/source.ts";
import { cancelRefresh, refreshEvents, refreshState, startRefresh } from "../../api-sources.ts";
import { timeLeft } from "../../time.ts";
import { afterEvent } from "./after-event.ts";

/** The list is asked for again at most so often while a refresh goes on. */
const listEveryMs = 2000;

/** The refresh that is under way or was the last one, told of by the server as it goes on; and what begins and ends one. */
export function useRefresh() {
  const queries = useQueryClient();
  const { queryKey } = refreshState();
  const { data: state } = useQuery(refreshState());
  const running = state?.running === true;
  const put = (next: RefreshState) => queries.setQueryData(queryKey, next);
  const [left, setLeft] = useState<string | null>(null);
  const start = useMutation({ mutationFn: startRefresh, onSuccess: put });
  const cancel = useMutation({ mutationFn: cancelRefresh, onSuccess: put });
  useEffect(() => {
    if (!running) return;
    const events = new EventSource(refreshEvents);
    let listed = -Infinity;
    let look: ReturnType<typeof setTimeout> | undefined;
    // By what is done since this page looks: clocks of two machines need not agree.
    let began: { at: number; done: number } | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    const lookAgain = () => {
      look = undefined;
      listed = performance.now();
      void queries.invalidateQueries({ queryKey: ["sources"] });
    };
    events.addEventListener("refresh", ({ data, timeStamp }: MessageEvent<string>) => {
      const event = JSON.parse(data) as RefreshEvent;
      queries.setQueryData<RefreshState>(queryKey, (before) => afterEvent(before, event));
      const done = event.from + event.done.length;
      began ??= { at: timeStamp, done };
      setLeft(timeLeft(done - began.done, event.all - began.done, timeStamp - began.at));
      if (!event.running) {
        events.close();
        // Everything that is counted may have changed.
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "refresh" });
      } else {
        // The last of many events is looked at too: none may follow it for long.
        look ??= setTimeout(lookAgain, Math.max(0, listed + listEveryMs - performance.now()));
      }
    });
    events.addEventListener("error", () => {
      // The browser connects again by itself, but not where it was refused.
      if (events.readyState === EventSource.CLOSED) again = setTimeout(() => void queries.invalidateQueries({ queryKey }), listEveryMs);
    });
    return () => {
      clearTimeout(again);
      clearTimeout(look);
      events.close();
    };
  }, [running, queries, queryKey]);
  return { state, running, start, cancel, left };
}
