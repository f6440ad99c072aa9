import { describe, expect, it } from 'vitest'
import { BillingGroup } from '#shared/account.ts'
import { columnsOf, type ColumnId } from '#renderer/pages/account/inputs/people/columns.ts'
import {
  askedBy,
  AT_THE_TOP,
  following,
  goTo,
  type GridState,
  selectAll,
  within,
} from '#renderer/pages/account/inputs/people/grid-state.ts'
import {
  bySeatInWords,
  groupsByMember,
  keysByMember,
  problemsByPlace,
  usageInCell,
  whoInWords,
} from '#renderer/pages/account/inputs/people/person-facts.ts'
import { content } from './support/scenarios.ts'

const COLUMNS: readonly ColumnId[] = ['name', 'seat', 'locked', 'usage']
/** Twenty people, and the row that adds one. */
const EXTENT = { columns: COLUMNS, last: 20, page: 8 }
const at = (row: number, column: ColumnId = 'name'): GridState => goTo(AT_THE_TOP, row, column)
const rows = ({ selected }: GridState) => [...selected].toSorted((one, other) => one - other)

describe('a key in the grid of people', () => {
  const to = (key: string, from: GridState, ctrl = false) => {
    const asked = askedBy({ key, ctrl }, from, EXTENT)
    return asked?.kind === 'go' ? [asked.row, asked.column] : asked?.kind
  }

  it.each([
    ['ArrowDown', at(3, 'seat'), [4, 'seat']],
    ['ArrowUp', at(3, 'seat'), [2, 'seat']],
    ['ArrowUp', at(0), [0, 'name']],
    ['ArrowDown', at(20), [20, 'name']],
    ['ArrowRight', at(3, 'seat'), [3, 'locked']],
    ['ArrowRight', at(3, 'usage'), [3, 'usage']],
    ['ArrowLeft', at(3, 'name'), [3, 'name']],
    ['ArrowLeft', at(3, 'locked'), [3, 'seat']],
    // The column is out of sight: arrows begin at the first one.
    ['ArrowRight', at(3, 'groups'), [3, 'seat']],
    ['Home', at(3, 'usage'), [3, 'name']],
    ['End', at(3, 'name'), [3, 'usage']],
    ['PageDown', at(3), [11, 'name']],
    ['PageDown', at(15), [20, 'name']],
    ['PageUp', at(11), [3, 'name']],
  ] as const)('%s goes to a cell', (key, from, cell) => {
    expect(to(key, from)).toEqual(cell)
  })

  it.each([
    ['ArrowDown', [20, 'seat']],
    ['ArrowUp', [0, 'seat']],
    ['ArrowLeft', [3, 'name']],
    ['ArrowRight', [3, 'usage']],
    ['Home', [0, 'name']],
    ['End', [20, 'usage']],
    ['a', 'all'],
    ['A', 'all'],
    ['z', undefined],
    ['Enter', undefined],
  ] as const)('with Ctrl %s goes to an end, or is another’s', (key, asked) => {
    expect(to(key, at(3, 'seat'), true)).toEqual(asked)
  })

  it.each([
    ['Enter', 'edit'],
    ['F2', 'edit'],
    [' ', 'toggle'],
    ['Delete', 'remove'],
    ['Backspace', 'remove'],
    ['ä', 'type'],
    ['Escape', undefined],
    ['Tab', undefined],
  ] as const)('%s asks for what it always does', (key, asked) => {
    expect(to(key, at(3))).toBe(asked)
  })
})

describe('the selection', () => {
  it('is the row that was gone to', () => {
    expect(rows(at(4))).toEqual([4])
  })

  it('reaches with Shift from where it began, either way', () => {
    const down = goTo(at(4), 6, 'name', { shift: true })
    expect(rows(down)).toEqual([4, 5, 6])
    expect(rows(goTo(down, 2, 'name', { shift: true }))).toEqual([2, 3, 4])
  })

  it('gains and loses single rows with Ctrl', () => {
    const two = goTo(at(4), 9, 'name', { ctrl: true })
    expect(rows(two)).toEqual([4, 9])
    expect(rows(goTo(two, 4, 'name', { ctrl: true }))).toEqual([9])
    expect(rows(goTo(two, 11, 'name', { shift: true }))).toEqual([9, 10, 11])
  })

  it('is everybody, but for the row that adds one', () => {
    expect(rows(selectAll(at(20), 3))).toEqual([0, 1, 2])
    expect(selectAll(AT_THE_TOP, 0)).toBe(AT_THE_TOP)
  })

  it('holds nobody who is not there any more', () => {
    const many = goTo(at(4), 12, 'name', { shift: true })
    expect(within(many, 20)).toBe(many)
    expect(within(many, 6)).toMatchObject({ row: 6, selected: new Set([6]) })
    const above = goTo(many, 3, 'name', { ctrl: true })
    expect(within(above, 5)).toMatchObject({ row: 3, selected: new Set([3]) })
  })
})

describe('what the grid shows of an account', () => {
  it('has columns only for what the account has', () => {
    const { scenario } = content()
    expect(columnsOf(scenario)).toEqual(['name', 'role', 'seat', 'locked', 'usage'])
    const more = {
      ...scenario,
      workspaces: [{ id: 'us', kind: 'billing' as const, environment: 'us', creditLimit: null }],
      groups: [BillingGroup.parse({ id: 'Support', members: [], limit: null })],
      apiKeys: [{ id: 'bot', limit: null }],
    }
    expect(columnsOf(more)).toEqual(['name', 'role', 'seat', 'locked', 'workspace', 'groups', 'usage'])
    const owned = { ...more, apiKeys: [{ id: 'of Ann', member: 'Ann', limit: null }] }
    expect(columnsOf(owned)).toContain('keys')
  })

  it('names the groups and keys of each', () => {
    const groups = [
      { id: 'Support', members: ['Ann', 'Ben'], limit: null },
      { id: 'Sales', members: ['Ann'], limit: null },
    ]
    expect([...groupsByMember({ groups })]).toEqual([
      ['Ann', 'Support, Sales'],
      ['Ben', 'Support'],
    ])
    const apiKeys = [
      { id: 'one', member: 'Ann', limit: null },
      { id: 'bot', limit: null },
    ]
    expect([...keysByMember({ apiKeys })]).toEqual([['Ann', 'one']])
  })

  it('shows one figure of usage, and counts several', () => {
    const stream = { id: '1', product: 'tts', model: 'v2', pattern: { kind: 'flat' as const } }
    expect(usageInCell([])).toBe('')
    expect(usageInCell([{ ...stream, monthly: '1234.5' }])).toBe('1,234.5')
    expect(usageInCell([1, 2, 3].map(() => ({ ...stream, monthly: '1' })))).toBe('3 products')
  })

  it('says beside each person what is wrong with them', () => {
    const problem = (path: string, message: string) => ({ code: 'x', path, message })
    expect([
      ...problemsByPlace([
        problem('members', 'Too many.'),
        problem('members.12.id', 'Twice.'),
        problem('members.3.seat', 'No seat.'),
        problem('members.3.workspace', 'No workspace.'),
        problem('changes.3.member', 'Unknown.'),
      ]),
    ]).toEqual([
      [12, 'Twice.'],
      [3, 'No seat. No workspace.'],
    ])
  })

  it('names up to three people', () => {
    expect(whoInWords(['Ann'])).toBe('Ann')
    expect(whoInWords(['Ann', 'Ben', 'Cem'])).toBe('Ann, Ben and Cem')
    expect(whoInWords(['Ann', 'Ben', 'Cem', 'Dia'])).toBe('4 people')
    expect(bySeatInWords({ full: 12, basic: 48 })).toBe('12 Full and 48 Basic people')
    expect(bySeatInWords({ full: 1, basic: 0 })).toBe('1 Full person')
    expect(bySeatInWords({ full: 0, basic: 2 })).toBe('2 Basic people')
  })
})

describe('a cell that is typed in while others come into its row', () => {
  const typing: GridState = { ...at(1, 'usage'), typed: '500', who: 'Ben' }
  const people = (...ids: readonly string[]) => ids.map((id) => ({ id }))

  it('stays where it is while its person does', () => {
    expect(following(typing, people('Ann', 'Ben'))).toBe(typing)
  })

  it('goes with its person, and is selected there', () => {
    const moved = following(typing, people('Ann', 'Zoe', 'Max', 'Ben'))
    expect(moved).toMatchObject({ row: 3, anchor: 3, typed: '500', who: 'Ben', column: 'usage' })
    expect(rows(moved)).toEqual([3])
  })

  it('ends where its person is gone', () => {
    expect(following(typing, people('Ann', 'Zoe'))).toMatchObject({ row: 1, typed: null, who: null })
  })

  it('is told by its place among two of one name', () => {
    expect(following(typing, people('Ben', 'Ben'))).toBe(typing)
  })

  it('stays in the row that adds a person', () => {
    const adding: GridState = { ...typing, who: null }
    expect(following(adding, people('Ann', 'Zoe'))).toBe(adding)
  })
})
