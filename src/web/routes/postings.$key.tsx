import { Skeleton } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { shown } from "../figures.ts";
import { isMissing, posting } from "../api.ts";
import { PostingReader } from "../components/posting/PostingReader.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { postingWords } from "../words/posting.ts";
import { NotFoundPage } from "./not-found.tsx";

/** One posting: its text with every finding highlighted, the findings beside it. */
export function PostingPage() {
  const { key } = useParams({ from: "/postings/$key" });
  const asked = useQuery(posting(key));
  useDocumentTitle(asked.data ? `${shown(asked.data.posting.title ?? "") || postingWords.title} · Strata` : `${postingWords.title} · Strata`);
  if (asked.isPending) return <Loading />;
  if (isMissing(asked.error)) return <NotFoundPage what="posting" name={key} />;
  if (asked.error !== null) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  return <PostingReader key={key} answer={asked.data} />;
}

function Loading() {
  return (
    <div aria-busy="true" aria-label={postingWords.loading}>
      <Skeleton height={22} width={320} maw="80%" />
      <Skeleton height={12} width={420} maw="100%" mt={10} />
      <Skeleton height={520} mt={28} />
    </div>
  );
}
