import type { PatternKind } from '#renderer/state/inputs.ts'

/** The patterns, by the names they are chosen by. */
export const PATTERN_KINDS: { readonly value: PatternKind; readonly label: string }[] = [
  { value: 'flat', label: 'Flat' },
  { value: 'growth', label: 'Growth' },
  { value: 'seasonal', label: 'Season' },
  { value: 'spike', label: 'Spike' },
  { value: 'steps', label: 'Steps' },
]
