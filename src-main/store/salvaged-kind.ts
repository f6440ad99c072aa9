import { DocumentKind, NewContent } from '#shared/library.ts'
import { beyondBounds } from './beyond-bounds.ts'
import { parsedJson } from './json-text.ts'
import type { FoundRevision } from './row-shapes.ts'

/** The kind of a document of which nothing tells it: one that may be listed, deleted and restored. */
export const UNKNOWN_KIND = 'unknown'

type State = Pick<FoundRevision, 'name' | 'content' | 'checksum'>

/**
 * The kind of a document by what lists say it is, which may be what is damaged: then the content tells it. Null where
 * nothing vouches for the content.
 */
export function kindOf(listed: string | null, state: State): string | null {
  if (listed === null) return kindByContent(state)
  const json = parsedJson(state.content)
  if (isOfKind(listed, json)) return listed
  const kind = onlyOne(DocumentKind.options.filter((one) => isOfKind(one, json)))
  return kind ?? (state.checksum === null ? null : listed)
}

/** What is as it was written is kept, also where it is of no kind. */
function kindByContent({ name, content, checksum }: State): string | null {
  const json = parsedJson(content)
  const kind = onlyOne(DocumentKind.options.filter((one) => isOfKind(one, json)))
  if (kind !== null || checksum === null) return kind
  const holdsMore = DocumentKind.options.filter((one) => isBeyondBounds(one, name, json))
  return onlyOne(holdsMore) ?? UNKNOWN_KIND
}

const isOfKind = (kind: string, content: unknown): boolean => NewContent.safeParse({ kind, content }).success

/** Whether that it is too much is all that is wrong with it. */
function isBeyondBounds(kind: string, name: string, content: unknown): boolean {
  const issues = NewContent.safeParse({ kind, content }).error?.issues ?? []
  return issues.every((issue) => beyondBounds(name, [issue]) !== undefined)
}

function onlyOne<T>(all: readonly T[]): T | null {
  const [one = null, ...others] = all
  return others.length === 0 ? one : null
}
