import type { Workspace } from '#shared/workspace.ts'
import { parseNumber } from '#renderer/format/parse-number.ts'
import type { Cells } from './delimited.ts'
import { isLooking, type Meaning, meaningOfHead, readMail, roleOf, seatOf } from './people-words.ts'

/** What a list is taken to be until a person says otherwise. */
export interface Guess {
  /** Whether its first row names the columns. */
  readonly hasHead: boolean
  /** A meaning for each column. */
  readonly meanings: readonly Meaning[]
}

/** As many rows as tell what a column holds. */
const LOOKED_AT = 200

/** Guesses from what heads its columns and from what is in them, whatever their order. */
export function guessColumns(cells: Cells, workspaces: readonly Workspace[]): Guess {
  const hasHead = isHead(cells[0] ?? [])
  return { hasHead, meanings: meaningsOf(cells, hasHead, workspaces) }
}

/** Whether a row names columns rather than a person. */
function isHead(row: readonly string[]): boolean {
  const words = row.filter((cell) => cell !== '')
  if (words.some((word) => readMail(word) !== null || parseNumber(word) !== undefined)) return false
  const naming = words.filter((word) => meaningOfHead(word) !== undefined)
  return naming.length > 0 && (naming.length === words.length || naming.some((word) => !isValue(word)))
}

/** `Member` heads a column as well as it is somebody's role. */
const isValue = (word: string): boolean => roleOf(word) !== undefined || seatOf(word) !== undefined

/** A meaning for each column, where it is known whether the first row is a heading. */
export function meaningsOf(
  cells: Cells,
  hasHead: boolean,
  workspaces: readonly Workspace[],
): readonly Meaning[] {
  const [head = []] = cells
  const body = cells.slice(hasHead ? 1 : 0).slice(0, LOOKED_AT)
  const columns = head.map((title, column) => {
    const values = body.map((row) => row[column] ?? '').filter((value) => value !== '')
    const headed = hasHead ? meaningOfHead(title) : undefined
    return { title, column, values, meaning: headed ?? byContent(values, workspaces) }
  })
  const meanings = new Map<number, Meaning>()
  const given = new Set<Meaning>()
  const give = (column: number, meaning: Meaning) => {
    // A first and a last name are two columns of a name; everything else is told once.
    if (given.has(meaning) && meaning !== 'name') return
    given.add(meaning)
    meanings.set(column, meaning)
  }
  for (const { title, column, meaning } of columns)
    if (hasHead && meaning !== undefined && meaningOfHead(title) !== undefined) give(column, meaning)
  for (const { column, meaning } of columns)
    if (meaning !== undefined && !meanings.has(column)) give(column, meaning)
  const texts = columns.filter(({ meaning }) => meaning === undefined)
  for (const { column, meaning } of ofTexts(texts, given, hasHead)) give(column, meaning)
  return head.map((_, column) => meanings.get(column) ?? 'ignore')
}

/** What most of the values of a column are; undefined where they are just text. */
function byContent(values: readonly string[], workspaces: readonly Workspace[]): Meaning | undefined {
  const isMost = (is: (value: string) => boolean) => {
    const those = values.filter(is).length
    return those > values.filter((value) => !is(value)).length
  }
  const known = new Set(workspaces.flatMap(({ id, name = id }) => [id.toLowerCase(), name.toLowerCase()]))
  if (isMost((value) => readMail(value) !== null)) return 'mail'
  if (isMost((value) => roleOf(value) !== undefined)) return 'role'
  if (isMost((value) => seatOf(value) !== undefined || isLooking(value))) return 'seat'
  if (isMost((value) => known.has(value.toLowerCase()))) return 'workspace'
  if (values.length > 0 && values.every((value) => parseNumber(value) !== undefined)) return 'usage'
  return undefined
}

interface TextColumn {
  readonly column: number
  readonly values: readonly string[]
}

/** Columns of plain text: the one that tells most people apart names them, and another one that repeats is their team. */
function ofTexts(
  texts: readonly TextColumn[],
  given: ReadonlySet<Meaning>,
  hasHead: boolean,
): readonly { readonly column: number; readonly meaning: Meaning }[] {
  const kinds = ({ values }: TextColumn) => new Set(values).size
  const names = texts.reduce<TextColumn | undefined>(
    (best, text) => (best === undefined || kinds(text) > kinds(best) ? text : best),
    undefined,
  )
  if (!names) return []
  const isNamed = given.has('name')
  const name = isNamed ? [] : [{ column: names.column, meaning: 'name' as const }]
  // A heading that says something else than team is not overruled.
  const team = hasHead
    ? undefined
    : texts.find((text) => (isNamed || text !== names) && kinds(text) < text.values.length)
  return team ? [...name, { column: team.column, meaning: 'team' }] : name
}
