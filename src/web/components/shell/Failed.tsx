import { Button } from "@mantine/core";

/** What stands where an answer should, when it did not come. */
export function Failed({ error, retry }: { error: unknown; retry(): void }) {
  return (
    <div className="state" role="alert">
      <h2>This did not load</h2>
      <p className="soft">{error instanceof Error ? error.message : String(error)}</p>
      <Button variant="default" size="xs" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
