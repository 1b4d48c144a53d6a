/** The strata: five layers in their colours. */
export function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 26 25" aria-hidden>
      <rect width="26" height="4" rx="1" fill="var(--governance)" />
      <rect y="5" width="26" height="4" rx="1" fill="var(--model)" />
      <rect y="10" width="26" height="5" rx="1" fill="var(--product)" />
      <rect y="16" width="26" height="3" rx="1" fill="var(--evaluation)" />
      <rect y="20" width="26" height="5" rx="1" fill="var(--infrastructure)" />
    </svg>
  );
}
