/** The text that was read, or why there is none, as the end of a sentence. */
export type TextRead = { readonly text: string } | { readonly why: string }

/** The text in the bytes of a file, which may be anybody's. A byte-order mark is no part of it. */
export function textIn(bytes: Uint8Array): TextRead {
  if (isUtf16(bytes)) return { why: 'it is text in UTF-16, and Tierwise reads UTF-8' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { why: 'it is not text in UTF-8' }
  }
}

/** By its byte-order mark, or by a first letter of ASCII, which in UTF-16 has a zero beside it. */
function isUtf16([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (first === 0) !== (second === 0)
}
