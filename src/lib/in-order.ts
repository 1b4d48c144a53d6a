/** Does `work` on up to `width` things of `source` at a time and gives the results in the order of the source, each as soon as those before it are there. Takes no more from the source than it works on. */
export async function* inOrder<In, Out>(source: AsyncIterable<In>, width: number, work: (one: In) => Promise<Out>): AsyncGenerator<Out> {
  const from = source[Symbol.asyncIterator]();
  const running: Promise<Out>[] = [];
  let coming: Promise<IteratorResult<In>> | null = null;
  let ended = false;
  try {
    while (!ended || running.length > 0) {
      if (!ended && running.length < width) coming ??= from.next();
      const first = await Promise.race([...(coming === null ? [] : [coming.then((next) => ({ next }))]), ...(running.length === 0 ? [] : [running[0]!.then((result) => ({ result }))])]);
      if ("next" in first) {
        coming = null;
        if (first.next.done) ended = true;
        else {
          const result = work(first.next.value);
          // Awaited in its turn; until then a failure is not an unhandled one.
          result.catch(() => undefined);
          running.push(result);
        }
      } else {
        void running.shift();
        yield first.result;
      }
    }
  } finally {
    coming?.catch(() => undefined);
    if (!ended) await from.return?.();
  }
}
