/**
 * As much of a text's beginning as fits into `most`, in whole graphemes: what a person sees as one character, an emoji of
 * several or a letter with its marks, is kept whole or left out. Counted in UTF-16 units, as the schemas count, or by
 * `sizeOf`, which must count no unit as less than one. Empty where not even the first grapheme fits.
 */
export function cutText(text: string, most: number, sizeOf: (part: string) => number = unitsOf): string {
  if (sizeOf(text) <= most) return text
  let size = 0
  let end = 0
  // Where a grapheme ends is said by what follows it at the latest, and no part of a longer text needs to be looked at.
  for (const { segment, index } of GRAPHEMES.segment(text.slice(0, most + LONGEST_CHARACTER))) {
    size += sizeOf(segment)
    if (size > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** In UTF-16 units. */
const LONGEST_CHARACTER = 2

const unitsOf = (part: string): number => part.length
