/** Two bills over usage: one that climbs in steps, one that crosses it. */
export function Mark() {
  return (
    <svg width={24} height={24} viewBox="0 0 24 24" role="img" aria-label="Tierwise">
      <path d="M3 19h6v-6h6V7h6" fill="none" stroke="var(--tw-ink)" strokeWidth={2} strokeLinejoin="round" />
      <path d="M3 13 21 13" fill="none" stroke="none" />
      <circle cx={9} cy={13} r={2.6} fill="var(--tw-accent)" stroke="var(--tw-panel)" strokeWidth={1.4} />
    </svg>
  )
}
