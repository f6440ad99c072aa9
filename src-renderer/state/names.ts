/** As long as a name may be: `DocumentName` in `shared/library.ts`, whose schemas the page does not load. */
export const LONGEST_NAME = 200

/** Why this cannot be a name, to be said while it is typed: what is too long is never cut unsaid. */
export function nameProblem(text: string): string | null {
  const { length } = text.trim()
  if (length <= LONGEST_NAME) return null
  return `${String(length)} characters: a name has at most ${String(LONGEST_NAME)}.`
}
