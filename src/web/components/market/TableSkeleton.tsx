import { Skeleton } from "@mantine/core";

/** Lines where a table will be, as high as its head and its rows. */
export function TableSkeleton({ rows = 12, label, className = "" }: { rows?: number; label: string; className?: string }) {
  return (
    <output aria-label={label} className={`skeletons ${className}`}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={14} width={`${96 - ((i * 17) % 30)}%`} />
      ))}
    </output>
  );
}
