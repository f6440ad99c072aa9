/** The text a document is found by: its name and every text in its content, folded. */
export const searchText = (name: string, content: string): string =>
  folded([name, ...textsIn(readable(content))].join('\n'))

/** The words of a query, folded; a document is found when its text holds all of them. */
export const wordsOf = (query: string): readonly string[] => folded(query).split(/\s+/).filter(Boolean)

/** Without case and without accents, so that "zürich" is found by "ZURICH". */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** In the order of the content. Content of an old store may be nested deeper than a function can call itself. */
function textsIn(content: unknown): readonly string[] {
  const texts: string[] = []
  const ahead = [content]
  while (ahead.length > 0) {
    const value = ahead.pop()
    if (typeof value === 'string') texts.push(value)
    else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value).toReversed()) ahead.push(item)
    }
  }
  return texts
}

/** Content of an old store may be damaged; its document is then found by its name. */
function readable(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
