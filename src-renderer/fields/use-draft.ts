import { useState } from 'react'

/** What a number input reports: text where what was typed is no number yet, or too long for one. */
type Typed = number | string

/** What is typed while it cannot be taken; it goes when the field is left, and the value that counts stands there again. */
export function useDraft(
  value: number,
  accepts: (typed: number) => boolean,
  onChange: (value: number) => void,
) {
  const [draft, setDraft] = useState<Typed | null>(null)
  return {
    shown: draft ?? value,
    /** Whether something is typed that is not what the figures rest on. */
    refused: draft !== null && draft !== '',
    change: (typed: Typed) => {
      const figure = typed === '' ? Number.NaN : Number(typed)
      if (!accepts(figure)) return setDraft(typed)
      setDraft(null)
      if (figure !== value) onChange(figure)
    },
    leave: () => setDraft(null),
  }
}
