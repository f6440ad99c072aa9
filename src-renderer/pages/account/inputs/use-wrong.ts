import { useCallback, useState } from 'react'

/** What is wrong with the fields of a card that took back what was typed, or hold what cannot be taken, by field. */
export interface Wrong {
  readonly messages: readonly string[]
  readonly isWrong: (field: string) => boolean
  /** Says what is wrong with a field; null: nothing any more. */
  readonly say: (field: string, message: string | null) => void
}

const NOTHING: Readonly<Record<string, string>> = {}

export function useWrong(): Wrong {
  const [said, setSaid] = useState(NOTHING)
  const say = useCallback(
    (field: string, message: string | null) =>
      setSaid((now) => {
        if ((now[field] ?? null) === message) return now
        const { [field]: _before, ...others } = now
        return message === null ? others : { ...others, [field]: message }
      }),
    [],
  )
  return { messages: Object.values(said), isWrong: (field) => field in said, say }
}
