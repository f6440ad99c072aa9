import { LINE_END, MOST_BEFORE_FILE } from '#shared/call-with-file.ts'

/** The input that a body of a call with a file holds; undefined where it is none. */
export function inputWithFile(body: Uint8Array): unknown {
  const end = body.subarray(0, MOST_BEFORE_FILE).indexOf(LINE_END)
  const rest = end < 0 ? undefined : jsonIn(body.subarray(0, end))
  if (typeof rest !== 'object' || rest === null) return undefined
  return { ...rest, file: body.subarray(end + 1) }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return value
  } catch {
    return undefined
  }
}
