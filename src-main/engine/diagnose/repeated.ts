import type { Problem } from '#shared/problem.ts'

/** Every id that came before in the list, as a problem of `code` at its own path. */
export function repeated(
  ids: readonly string[],
  code: string,
  pathOf: (index: number) => string,
): readonly Problem[] {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ code, message: `The id "${id}" is used twice.`, path: pathOf(index) }]
  })
}

export const idsOf = (items: readonly { readonly id: string }[]): readonly string[] =>
  items.map((item) => item.id)
