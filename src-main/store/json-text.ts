/** What a text says as JSON; undefined of one that is none, which is content of no kind and no value of a setting. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
