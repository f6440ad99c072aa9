import { useState } from 'react'

interface Draft<T> {
  readonly text: string
  /** The value it left in force: its own where it could be taken, else the last one. */
  readonly inForce: T
  readonly left: boolean
  readonly of: string
}

/**
 * What is being typed, as it was typed: a field that rewrites it under the hand loses the caret. It gives way to the
 * value as soon as that is set from elsewhere, by an undo or a slider, and goes with what it is a draft `of`.
 */
export function useDraft<T extends string | number>(value: T, of = '') {
  const [draft, setDraft] = useState<Draft<T> | null>(null)
  const current = draft?.inForce === value && draft.of === of ? draft : null
  return {
    typed: current?.text ?? null,
    /** Whether it still stands there after the field was left: it could not be taken. */
    left: current?.left ?? false,
    type: (text: string, inForce: T): void => setDraft({ text, inForce, left: false, of }),
    leave: (): void => setDraft(current && { ...current, left: true }),
    drop: (): void => setDraft(null),
  }
}
