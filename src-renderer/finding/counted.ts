import { credits, wholeCredits } from '#renderer/format/figures.ts'

/** `1 credit`, `356,667 credits`: to the whole credit, in the number that is printed. */
export const creditsOf = (figure: string | number): string => counted(wholeCredits(figure))

/** `1 credit`, `0.5 credits`: exact. */
export const exactCreditsOf = (figure: string | number): string => counted(credits(figure))

const counted = (printed: string): string => `${printed} ${printed === '1' ? 'credit' : 'credits'}`

/** `Creator`, `Creator and Pro`, `Creator, Pro and Scale`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** Sentences in a row; what there is nothing to say about is left out. */
export const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ')
