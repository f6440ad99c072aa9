import { readDecimal } from '#renderer/fields/figure-rule.ts'
import { MOST_COUNTABLE } from '#renderer/fields/figure-rule.ts'
import { parseNumber } from '#renderer/format/parse-number.ts'
import type { ModelChoice } from '#renderer/finding/models.ts'
import type { TakenStream } from '#renderer/state/account-edits/streams.ts'
import type { Cells } from '../../people/paste/delimited.ts'
import type { People } from './people-of.ts'

/** A row of a list as it was understood: a stream, or why it is none. */
export interface ReadRow {
  /** As a spreadsheet counts rows. */
  readonly row: number
  readonly text: string
  readonly stream: TakenStream | null
  /** The product and model, as the catalogue names them. */
  readonly name: string
  readonly why: string
}

export interface Known {
  readonly choices: readonly ModelChoice[]
  readonly people: People
}

const RULE = { min: 0, max: MOST_COUNTABLE, decimals: 6 } as const

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** What the cells of a list may name, by how they are written without marks and capitals. */
interface Words {
  /** Product and model, and either alone. */
  readonly both: ReadonlyMap<string, readonly ModelChoice[]>
  readonly product: ReadonlyMap<string, readonly ModelChoice[]>
  readonly model: ReadonlyMap<string, readonly ModelChoice[]>
  readonly member: ReadonlyMap<string, string>
  readonly apiKey: ReadonlyMap<string, string>
  readonly workspace: ReadonlyMap<string, string>
}

function wordsOf({ choices, people }: Known): Words {
  const products = choices.flatMap((choice) => [
    [plain(choice.productName), choice] as const,
    [plain(choice.product), choice] as const,
  ])
  const named = (ids: readonly string[]) => new Map(ids.map((id) => [plain(id), id]))
  return {
    both: gathered(choices.map((choice) => [plain(choice.name), choice])),
    product: gathered(products),
    model: gathered(choices.map((choice) => [plain(choice.model), choice])),
    member: named(people.members),
    apiKey: named(people.keys),
    workspace: named(people.workspaces),
  }
}

function gathered(
  pairs: readonly (readonly [string, ModelChoice])[],
): ReadonlyMap<string, readonly ModelChoice[]> {
  const found = new Map<string, Set<ModelChoice>>()
  for (const [word, choice] of pairs) {
    const those = found.get(word)
    if (those) those.add(choice)
    else found.set(word, new Set([choice]))
  }
  return new Map([...found].map(([word, those]) => [word, [...those]]))
}

/** Which of the choices the words of a row leave; as many as they do not tell apart. */
function chosen(cells: readonly string[], words: Words): readonly ModelChoice[] {
  const both = cells.map((cell) => words.both.get(plain(cell))).find((found) => found !== undefined)
  if (both) return both
  const product = cells.map((cell) => words.product.get(plain(cell))).find((found) => found !== undefined)
  const models = cells.flatMap((cell) => words.model.get(plain(cell)) ?? [])
  if (!product) return models
  return models.length === 0 ? product : product.filter((choice) => models.includes(choice))
}

/** A heading has words only, none of which is anything that is known. */
const isHead = (cells: readonly string[], words: Words): boolean =>
  chosen(cells, words).length === 0 && cells.every((cell) => parseNumber(cell) === undefined)

/**
 * Reads streams from the cells of a list in any order of columns: product and model by their names, the quantity a month,
 * and whose it is where a member, key or workspace of that name is there. What is not understood is said and not guessed.
 */
export function readStreams(cells: Cells, known: Known): readonly ReadRow[] {
  const words = wordsOf(known)
  const [first = []] = cells
  const hasHead = cells.length > 0 && isHead(first, words)
  return cells.flatMap((row, place) => (hasHead && place === 0 ? [] : [readRow(row, place + 1, words)]))
}

function readRow(cells: readonly string[], row: number, words: Words): ReadRow {
  const filled = cells.filter((cell) => cell !== '')
  const text = filled.join(' · ')
  const refused = (why: string, name = ''): ReadRow => ({ row, text, stream: null, name, why })
  const found = chosen(filled, words)
  const priced = found.filter(({ why }) => why === null)
  const [choice, ...others] = priced.length > 0 ? priced : found
  if (!choice) return refused('no product and model of the catalogue')
  if (others.length > 0) return refused(`which model of ${choice.productName} is not said`)
  if (choice.why !== null) return refused(choice.why, choice.name)
  const quantities = filled.filter((cell) => !isName(cell, words) && parseNumber(cell) !== undefined)
  const [quantity, ...more] = quantities
  if (quantity === undefined) return refused('no quantity', choice.name)
  if (more.length > 0) return refused('more than one number', choice.name)
  const reading = readDecimal(quantity, RULE)
  if (reading.kind !== 'taken') return refused(`${quantity} is no quantity`, choice.name)
  const who = (of: ReadonlyMap<string, string>) =>
    filled.map((cell) => of.get(plain(cell))).find((id) => id !== undefined)
  const [member, apiKey, workspace] = [who(words.member), who(words.apiKey), who(words.workspace)]
  return {
    row,
    text,
    name: choice.name,
    why: '',
    stream: {
      product: choice.product,
      model: choice.model,
      monthly: reading.figure,
      ...(member === undefined ? {} : { member }),
      ...(apiKey === undefined ? {} : { apiKey }),
      ...(workspace === undefined ? {} : { workspace }),
    },
  }
}

/** A name may look like a number. */
const isName = (cell: string, words: Words): boolean =>
  [words.model, words.member, words.apiKey, words.workspace].some((those) => those.has(plain(cell)))
