import type { Member } from '#shared/account.ts'
import { AMOUNT_RULE } from '#renderer/fields/DecimalField.tsx'
import { expected, readDecimal } from '#renderer/fields/figure-rule.ts'
import { credits, editable, isZero, plural } from '#renderer/format/figures.ts'
import { listed } from '#renderer/finding/counted.ts'
import type { MemberAt } from '#renderer/state/account-edits/members.ts'
import { streamsByMember } from '#renderer/state/account-edits/own-usage.ts'
import { variantsChangedBy } from '#renderer/state/account-edits/in-variants.ts'
import { type Mentions, mentionsOf, removeMembers } from '#renderer/state/account-edits/remove-members.ts'
import { contentNow, type WindowAccount } from '#renderer/state/draft.ts'
import { isExampleUsage } from '#renderer/state/example-usage.ts'
import { nameUsage, takenFrom } from '#renderer/state/named-usage.ts'
import { COLUMNS, type ColumnId } from './columns.ts'
import {
  addOne,
  remove,
  rename,
  setLocked,
  setRole,
  setFirstUsage,
  setSeat,
  setUsage,
  usageLabel,
} from './edit-people.ts'
import { following, goTo, type Held, within } from './grid-state.ts'
import { whoInWords } from './person-facts.ts'
import { focusGrid, openDialog, say, setGrid, useGrid } from './use-grid.ts'
import { usualUseNow } from '#renderer/state/used-as.ts'

/*
 * What is done in the grid, to whoever is selected when it is done.
 */

export const accountNow = (): WindowAccount | null => contentNow()?.scenario ?? null

const membersNow = (): readonly Member[] => accountNow()?.members ?? []

/** Whoever is selected, in the order of the list. */
export function selectedNow(): readonly MemberAt[] {
  const { selected } = useGrid.getState()
  return membersNow().flatMap(({ id }, place) => (selected.has(place) ? [{ id, place }] : []))
}

const memberAt = (row: number): Member | undefined => membersNow()[row]

/** The selected rows where the cell's is among them, else its row alone. */
function meantBy(row: number): readonly MemberAt[] {
  const member = memberAt(row)
  if (!member) return []
  return useGrid.getState().selected.has(row) ? selectedNow() : [{ id: member.id, place: row }]
}

export function go(row: number, column: ColumnId, held: Held = {}): void {
  setGrid({ ...goTo(useGrid.getState(), row, column, held), said: '' })
}

/** Begins to change a cell: `text` takes the place of what is in it, which stays where that is left out. */
export function edit(row: number, column: ColumnId, text?: string): void {
  const member = memberAt(row)
  const who = member?.id ?? null
  const begin = (typed: string) =>
    setGrid({ ...goTo(useGrid.getState(), row, member ? column : 'name'), typed, who, said: '' })
  if (!member) return begin(text ?? '')
  switch (column) {
    case 'name':
      return begin(text ?? member.id)
    case 'usage':
      return editUsage(member, begin, text)
    case 'workspace':
    case 'groups':
      if (text === undefined) begin('')
      return
    case 'keys':
      return say('Keys are given under Groups and keys.')
    case 'role':
    case 'seat':
    case 'locked':
      return text === undefined ? toggle(row, column) : choose(row, column, text)
  }
}

function editUsage(member: Member, begin: (typed: string) => void, text?: string): void {
  const account = accountNow()
  if (!account) return
  if (account.usage.kind === 'series')
    return say('Usage is written out by month, which is nobody’s: under Usage, say it as one figure first.')
  const [stream, ...others] = streamsByMember(account).get(member.id) ?? []
  if (others.length > 0)
    return say(`${member.id} uses ${plural(others.length + 1, 'product')}, which are set under Usage.`)
  if (!stream && usualUseNow() === null) return say('The catalogue has no price for anything a person uses.')
  begin(text ?? editable(stream?.monthly ?? ''))
}

/** Goes to the other value of a cell, for everybody who is selected with it. */
export function toggle(row: number, column: ColumnId): void {
  const member = memberAt(row)
  if (!member) return
  switch (column) {
    case 'role':
      return giveRole(meantBy(row), member.role === 'admin' ? 'member' : 'admin')
    case 'seat':
      return giveSeat(meantBy(row), member.seat === 'full' ? 'basic' : 'full')
    case 'locked':
      return setLocked(meantBy(row), !member.locked)
    default:
      return setGrid(goTo(useGrid.getState(), row, column, { ctrl: true }))
  }
}

/** The values that a cell has by their first letters. */
function choose(row: number, column: 'role' | 'seat' | 'locked', letter: string): void {
  const key = letter.toLowerCase()
  if (column === 'seat' && (key === 'f' || key === 'b'))
    giveSeat(meantBy(row), key === 'f' ? 'full' : 'basic')
  if (column === 'role' && (key === 'a' || key === 'm'))
    giveRole(meantBy(row), key === 'a' ? 'admin' : 'member')
  if (column === 'locked' && (key === 'l' || key === 'u')) setLocked(meantBy(row), key === 'l')
}

export function giveRole(at: readonly MemberAt[], role: Member['role']): void {
  setRole(at, role)
  say(role === 'admin' ? 'An admin always holds a Full seat.' : '')
}

export function giveSeat(at: readonly MemberAt[], seat: Member['seat']): void {
  const admins = at.filter(({ place }) => memberAt(place)?.role === 'admin')
  setSeat(at, seat)
  const staying = seat === 'basic' && admins.length > 0
  say(
    staying
      ? `${whoInWords(admins.map(({ id }) => id))} ${admins.length === 1 ? 'stays' : 'stay'} Full: admins always hold a Full seat.`
      : '',
  )
}

/** Why what is typed cannot be taken; null where it can. An empty cell goes back to what it was. */
export function wrongWith(row: number, column: ColumnId, text: string): string | null {
  const typed = text.trim()
  if (typed === '') return null
  if (column === 'usage') {
    const reading = readDecimal(typed, AMOUNT_RULE)
    return reading.kind === 'taken' ? null : expected(reading.why, AMOUNT_RULE)
  }
  if (typed.length > 1000) return `${credits(typed.length)} characters: a name has at most 1,000.`
  const isTaken = membersNow().some(({ id }, place) => id === typed && place !== row)
  return isTaken ? `Somebody is named ${typed} already.` : null
}

/** Where others have come into the row that is typed in, the cell goes with whom it is of. */
export function followPeople(members: readonly Member[]): void {
  const grid = useGrid.getState()
  const next = following(grid, members)
  if (next === grid) return
  setGrid(next)
  if (next.typed === null && grid.typed !== null) say(`${grid.who ?? 'The person'} is not there any more.`)
}

/** Takes what was typed into a cell, and may go on to the one below; false where it cannot be taken. */
export function finish(at: number, column: ColumnId, text: string, goesOn = false): boolean {
  const grid = useGrid.getState()
  const now = following(grid, membersNow())
  followPeople(membersNow())
  if (now !== grid && now.typed === null) return true
  const { row } = now === grid ? { row: at } : now
  if (wrongWith(row, column, text) !== null) return false
  const typed = text.trim()
  const member = memberAt(row)
  setGrid({ typed: null })
  // Behind the last person is the row that adds the next one.
  const goOn = () => {
    if (goesOn) go(Math.min(membersNow().length, row + 1), column)
  }
  if (column === 'name') nameRow(row, member, typed, goOn)
  else {
    if (member) takeUsage(row, member, typed)
    goOn()
  }
  return true
}

function nameRow(row: number, member: Member | undefined, name: string, goOn: () => void): void {
  const isNew = name !== '' && name !== member?.id
  if (isNew && member) rename({ id: member.id, place: row }, name)
  else if (isNew) addOne(name)
  goOn()
  if (!member || !isNew) return
  const events = accountNow()?.usageEvents.kept ?? 0
  if (events > 0) say(`The ${plural(events, 'usage event')} of this account keep the name ${member.id}.`)
}

function takeUsage(row: number, member: Member, typed: string): void {
  const at = { id: member.id, place: row }
  const reading = readDecimal(typed, AMOUNT_RULE)
  if (typed === '') useBy(at, null)
  else if (reading.kind === 'taken') useBy(at, reading.figure)
}

/** Sets what a member uses; says what is left of what nobody is named for, which that is taken out of. */
function useBy(at: MemberAt, monthly: string | null): void {
  const account = accountNow()
  if (!account) return
  const as = usualUseNow()
  // Whom the account has no figure for has none to take out.
  const isNothing = monthly === null && !streamsByMember(account).has(at.id)
  if (isNothing) return
  if (isExampleUsage(contentNow())) {
    setFirstUsage(at, monthly, as)
    return say('The example figure is gone: what people use by name is all the usage. Undo brings it back.')
  }
  if (!takenFrom(account, at.id, as)) return setUsage(at, monthly, as)
  void nameUsage(at.id, monthly, as, usageLabel(at.id, monthly)).then((left) => {
    if (!left.ok) say(left.problems[0]?.message ?? '')
    else if (left.value !== null) say(namedInWords(at.id, monthly, left.value))
  })
}

/** `Ann uses 20,000 a month; nobody by name uses the other 1,380,000.` */
const namedInWords = (who: string, monthly: string | null, left: string): string =>
  [
    monthly === null ? `${who} uses nothing by name` : `${who} uses ${credits(monthly)} a month`,
    isZero(left)
      ? 'nothing is left that nobody is named for'
      : `nobody by name uses the other ${credits(left)}`,
  ].join('; ') + '.'

/** Lets go of what is being typed. */
export function cancel(): void {
  setGrid({ typed: null })
  focusGrid()
}

/** Of an account, and how many of its variants name its members. */
interface AllMentions extends Mentions {
  readonly variants: number
}

/** What names whoever is selected, and would go with them; null where nobody is. */
export function mentionsNow(): AllMentions | null {
  const content = contentNow()
  const at = selectedNow()
  if (!content || at.length === 0) return null
  const variants = variantsChangedBy(content, (account) => removeMembers(account, at))
  return { ...mentionsOf(content.scenario, at), variants }
}

/** Removes whoever is selected; asks first where keys, dated changes or seats in variants would go with them. */
export function removeSelected(): void {
  const mentions = mentionsNow()
  if (!mentions) return
  const { apiKeys, changes, variants } = mentions
  if (apiKeys > 0 || changes > 0 || variants > 0) openDialog({ kind: 'remove' })
  else removeNow()
}

/** The same without asking. */
export function removeNow(): void {
  const mentions = mentionsNow()
  const at = selectedNow()
  if (!mentions) return
  remove(at)
  const state = useGrid.getState()
  const first = at[0]?.place ?? 0
  const here = within(goTo(state, first, state.column), membersNow().length)
  setGrid({ ...here, dialog: { kind: 'none' } })
  const withThem = mentionsInWords(mentions)
  say(`Removed ${whoInWords(at.map(({ id }) => id))}${withThem === '' ? '' : `, with ${withThem}`}.`)
}

/** `2 keys, 1 row of usage and a place in 1 group`. */
export const mentionsInWords = ({ apiKeys, streams, changes, groups, variants }: AllMentions): string =>
  listed([
    ...(apiKeys === 0 ? [] : [plural(apiKeys, 'key')]),
    ...(streams === 0 ? [] : [plural(streams, 'row of usage', 'rows of usage')]),
    ...(changes === 0 ? [] : [plural(changes, 'dated change')]),
    ...(groups === 0 ? [] : [`places in ${plural(groups, 'group')}`]),
    ...(variants === 0
      ? []
      : [`what ${plural(variants, 'variant')} ${variants === 1 ? 'says' : 'say'} of them`]),
  ])

/** What a cell is changed by. */
export const isTyped = (column: ColumnId): boolean => COLUMNS[column].edited === 'text'
