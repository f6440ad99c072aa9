import type { SeatType } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import { AMOUNT_RULE } from '#renderer/fields/DecimalField.tsx'
import { expected, readDecimal } from '#renderer/fields/figure-rule.ts'
import type { TakenPerson } from '#renderer/state/account-edits/take-people.ts'
import type { Cells } from './delimited.ts'
import { isLooking, type Meaning, plainWord, readMail, roleOf, seatOf } from './people-words.ts'

/** What a word for a seat means that a person was asked about: `none` leaves out whoever has it. */
export type AskedSeat = SeatType | 'none'

/** How a person says that a list is to be read. */
export interface ReadAs {
  readonly hasHead: boolean
  readonly meanings: readonly Meaning[]
  /** What asked words mean, by the word in small letters. */
  readonly seats: ReadonlyMap<string, AskedSeat>
}

/** What the account has already. */
export interface KnownPeople {
  readonly ids: ReadonlySet<string>
  readonly workspaces: readonly Workspace[]
  /** Whether workspaces that are not there yet are made. */
  readonly makesWorkspaces: boolean
  /** Who has several streams of usage, which one figure cannot replace. */
  readonly severalStreams: ReadonlySet<string>
}

/** A row that is not taken, and why. */
export interface RefusedRow {
  /** Counted from 1, a heading among them, blank rows not. */
  readonly row: number
  readonly who: string
  readonly why: string
}

/** A word for a seat that may mean several things. */
export interface AskedWord {
  readonly word: string
  /** What is meant unless a person says otherwise; null where that has to be said. */
  readonly likely: SeatType | null
}

export interface ReadPeople {
  /** Those who are taken, each id once. */
  readonly people: readonly TakenPerson[]
  readonly added: number
  /** Those whom the account has already. */
  readonly changed: number
  readonly refused: readonly RefusedRow[]
  readonly asked: readonly AskedWord[]
  /** Workspaces that the list names and the account has not, as they are written first. */
  readonly newWorkspaces: readonly string[]
  /** Whether the list says no seat of somebody who would be added. */
  readonly seatless: boolean
}

/** As many members as an account may have, and as long as their ids may be: see `shared/bounds.ts`. */
export const MOST_PEOPLE = 20_000
const LONGEST_ID = 1000

/** One row, by what its columns mean. */
interface Row {
  readonly number: number
  readonly cells: readonly string[]
  readonly of: (meaning: Meaning) => string
}

type Person = Omit<TakenPerson, 'id'>
type Part = { readonly part: Person } | { readonly why: string }

const why = (reason: string): Part => ({ why: reason })
const nothing: Part = { part: {} }

/**
 * Reads the rows of a list as people. Nobody is guessed: a row that says something nobody understands is refused as a
 * whole, with why. Who is listed by one name several times has a number behind it from the second time on; a row that
 * is there twice, or has the same address, is one person.
 */
export function readPeople(cells: Cells, as: ReadAs, known: KnownPeople): ReadPeople {
  const people = new Map<string, TakenPerson>()
  const refused: RefusedRow[] = []
  const addresses = new Map<string, string>()
  const houses = { ...known, newWorkspaces: newWorkspacesIn(cells, as, known) }
  let added = 0
  for (const row of rowsIn(cells, as)) {
    const name = nameIn(row)
    const refuse = (reason: string) => refused.push({ row: row.number, who: name, why: reason })
    if (name === '') {
      refuse('Nobody is named.')
      continue
    }
    if (name.length > LONGEST_ID) {
      refuse(`A name has at most ${String(LONGEST_ID)} characters.`)
      continue
    }
    const address = row.of('mail').toLowerCase() || JSON.stringify(row.cells)
    if (addresses.get(address) === name) {
      refuse('Listed twice.')
      continue
    }
    const id = numbered(name, people)
    const read = personIn(row, id, as, houses)
    if ('why' in read) {
      refuse(read.why)
      continue
    }
    const isNew = !known.ids.has(id)
    if (isNew && known.ids.size + added >= MOST_PEOPLE) {
      refuse('An account has at most 20,000 people.')
      continue
    }
    addresses.set(address, name)
    people.set(id, { id, ...read.part })
    if (isNew) added++
  }
  const taken = [...people.values()]
  const changed = taken.filter(({ id }) => known.ids.has(id)).length
  const seatless = taken.some(
    ({ id, seat, role }) => seat === undefined && role !== 'admin' && !known.ids.has(id),
  )
  const newWorkspaces = [...houses.newWorkspaces.values()]
  return { people: taken, added, changed, refused, asked: askedIn(cells, as), newWorkspaces, seatless }
}

function rowsIn(cells: Cells, { hasHead, meanings }: Pick<ReadAs, 'hasHead' | 'meanings'>): readonly Row[] {
  const columns = new Map<Meaning, number[]>()
  for (const [column, meaning] of meanings.entries())
    columns.set(meaning, [...(columns.get(meaning) ?? []), column])
  return cells.flatMap((row, place) =>
    place === 0 && hasHead
      ? []
      : {
          number: place + 1,
          cells: row,
          of: (meaning) =>
            (columns.get(meaning) ?? [])
              .map((column) => row[column] ?? '')
              .filter((cell) => cell !== '')
              .join(' '),
        },
  )
}

/** By name, or by the part before the @ where there is none. */
function nameIn(row: Row): string {
  const name = row.of('name')
  const mail = readMail(name === '' ? row.of('mail') : name)
  if (!mail) return name
  return mail.name === '' ? mail.account : mail.name
}

function numbered(name: string, people: ReadonlyMap<string, unknown>): string {
  let id = name
  for (let number = 2; people.has(id); number++) id = `${name} ${String(number)}`
  return id
}

function personIn(row: Row, id: string, as: ReadAs, known: Houses): Part {
  const parts = [
    rankIn(row, as),
    workspaceIn(row, known),
    usageIn(row, id, known),
    row.of('team') === '' ? nothing : { part: { team: row.of('team') } },
  ]
  const wrong = parts.find((part) => 'why' in part)
  if (wrong) return wrong
  return { part: Object.assign({}, ...parts.map((part) => ('part' in part ? part.part : {}))) }
}

/** Role and seat: some lists tell both in one column. */
function rankIn(row: Row, { seats }: ReadAs): Part {
  const roleText = row.of('role')
  const role = roleOf(roleText)
  const word = row.of('seat') || (role === undefined ? roleText : '')
  const rank: Person = role === undefined ? {} : { role }
  if (word === '') return { part: rank }
  const seat = seatOf(word) ?? seats.get(plainWord(word)) ?? likely(word)
  if (seat === null) return why(`“${word}” is neither a Full nor a Basic seat: say above which is meant.`)
  if (seat === 'none') return why(`Left out: “${word}” has no seat.`)
  return { part: { ...rank, seat } }
}

const likely = (word: string): SeatType | null => (isLooking(word) ? 'basic' : null)

/** What the account has, and the workspaces it has not, by their names in small letters. */
interface Houses extends KnownPeople {
  readonly newWorkspaces: ReadonlyMap<string, string>
}

function workspaceIn(row: Row, { workspaces, makesWorkspaces, newWorkspaces }: Houses): Part {
  const text = row.of('workspace')
  if (text === '') return nothing
  const found = workspaceNamed(text, workspaces)
  if (found) return { part: { workspace: found.id } }
  const made = makesWorkspaces ? newWorkspaces.get(text.toLowerCase()) : undefined
  return made === undefined ? why(`There is no workspace “${text}”.`) : { part: { workspace: made } }
}

function workspaceNamed(text: string, workspaces: readonly Workspace[]): Workspace | undefined {
  const sought = text.toLowerCase()
  return (
    workspaces.find(({ id }) => id.toLowerCase() === sought) ??
    workspaces.find(({ name }) => name?.toLowerCase() === sought)
  )
}

function newWorkspacesIn(
  cells: Cells,
  as: Pick<ReadAs, 'hasHead' | 'meanings'>,
  { workspaces }: KnownPeople,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const row of rowsIn(cells, as)) {
    const text = row.of('workspace')
    const key = text.toLowerCase()
    if (text === '' || names.has(key) || workspaceNamed(text, workspaces)) continue
    names.set(key, text)
  }
  return names
}

function usageIn(row: Row, id: string, { severalStreams }: KnownPeople): Part {
  const text = row.of('usage')
  if (text === '') return nothing
  const reading = readDecimal(text, AMOUNT_RULE)
  if (reading.kind !== 'taken') return why(`“${text}” is no usage. ${expected(reading.why, AMOUNT_RULE)}`)
  if (severalStreams.has(id)) return why('Uses several things, which are set under Usage.')
  return { part: { usage: reading.figure } }
}

/** Every word for a seat that is not sure to mean one, in the order of the rows. */
function askedIn(cells: Cells, as: ReadAs): readonly AskedWord[] {
  const asked = new Map<string, AskedWord>()
  for (const row of rowsIn(cells, as)) {
    const roleText = row.of('role')
    const word = row.of('seat') || (roleOf(roleText) === undefined ? roleText : '')
    if (word === '' || seatOf(word) !== undefined || asked.has(plainWord(word))) continue
    asked.set(plainWord(word), { word, likely: likely(word) })
  }
  return [...asked.values()]
}
