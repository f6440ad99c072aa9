import { separators } from '#renderer/format/figures.ts'

/** A printed figure before its decimal sign, and from it on. */
export function atDecimal(text: string): { readonly whole: string; readonly rest: string } {
  const at = text.lastIndexOf(separators().decimal)
  return at < 0 ? { whole: text, rest: '' } : { whole: text.slice(0, at), rest: text.slice(at) }
}

/**
 * How many signs the longest decimals among printed figures take, with the sign before them; 0 where all have as many, for
 * then they stand under one another by themselves.
 */
export function decimalRoom(texts: readonly string[]): number {
  const lengths = new Set(texts.map((text) => atDecimal(text).rest.length))
  return lengths.size < 2 ? 0 : Math.max(...lengths)
}
