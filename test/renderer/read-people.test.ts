import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Workspace } from '#shared/workspace.ts'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { readCells } from '#renderer/pages/account/inputs/people/paste/delimited.ts'
import { guessColumns } from '#renderer/pages/account/inputs/people/paste/guess-columns.ts'
import {
  type KnownPeople,
  type ReadAs,
  readPeople,
} from '#renderer/pages/account/inputs/people/paste/read-people.ts'
import { withMeaning } from '#renderer/pages/account/inputs/people/paste/use-paste.ts'

const WORKSPACES: readonly Workspace[] = [
  { id: 'us', name: 'United States', kind: 'billing', environment: 'us', creditLimit: null },
  { id: 'eu', kind: 'reporting', environment: 'eu', creditLimit: null },
]
const NOBODY: KnownPeople = {
  ids: new Set(),
  workspaces: WORKSPACES,
  makesWorkspaces: false,
  severalStreams: new Set(),
}

/** Reads a text as the dialog does before anything is said of it. */
function read(text: string, changes: Partial<ReadAs> = {}, known: Partial<KnownPeople> = {}) {
  const cells = readCells(text)
  const guess = guessColumns(cells, WORKSPACES)
  return readPeople(cells, { ...guess, seats: new Map(), ...changes }, { ...NOBODY, ...known })
}
const meanings = (text: string) => guessColumns(readCells(text), WORKSPACES).meanings
const whys = (text: string, changes: Partial<ReadAs> = {}, known: Partial<KnownPeople> = {}) =>
  read(text, changes, known).refused.map(({ row, who, why }) => `${String(row)} ${who}: ${why}`)
const ids = (text: string) => read(text).people.map(({ id }) => id)

afterEach(() => setNumberFormat('comma'))

describe('a pasted text', () => {
  it.each([
    ['tabs', 'Ann\tFull\nBen\tBasic'],
    ['semicolons', 'Ann;Full\r\nBen;Basic\r\n'],
    ['commas', 'Ann,Full\rBen,Basic'],
    ['a byte order mark, blank rows and blanks', '\uFEFF Ann , Full \n\n , \nBen,Basic\n\n'],
  ])('has rows of cells parted by %s', (_by, text) => {
    expect(readCells(text)).toEqual([
      ['Ann', 'Full'],
      ['Ben', 'Basic'],
    ])
  })

  it('has what is in quotes as it is', () => {
    expect(readCells('"Lee, Ann";"a ""full"" seat"\n"two\nlines";"x"')).toEqual([
      ['Lee, Ann', 'a "full" seat'],
      ['two lines', 'x'],
    ])
  })

  it('takes a quote that never ends, or that more follows, for a character', () => {
    expect(readCells('"Bob\tFull\n"Bo" Lee\tBasic')).toEqual([
      ['"Bob', 'Full'],
      ['"Bo" Lee', 'Basic'],
    ])
  })

  it('is parted by tabs where there are any, and else by what most rows have alike', () => {
    expect(readCells('Lee, Ann\tFull')).toEqual([['Lee, Ann', 'Full']])
    expect(readCells('Lee, Ann;Full')).toEqual([['Lee, Ann', 'Full']])
    expect(readCells('Lee, Ann;Full\nOh, Ben;Basic\nCem;Full')).toEqual([
      ['Lee, Ann', 'Full'],
      ['Oh, Ben', 'Basic'],
      ['Cem', 'Full'],
    ])
  })

  it('has rows of one length, and nothing where nothing is in it', () => {
    expect(readCells('Ann,Full,x\nBen')).toEqual([
      ['Ann', 'Full', 'x'],
      ['Ben', '', ''],
    ])
    expect(readCells(' \n\t\n')).toEqual([])
  })
})

describe('the meaning of columns', () => {
  it('is what their heads say, in the words people use', () => {
    expect(
      meanings('License,E-Mail Address,Last name,Department,Permission,Credits (monthly),Phone\n'),
    ).toEqual(['seat', 'mail', 'name', 'team', 'role', 'usage', 'ignore'])
  })

  it('is what is in them where nothing heads them', () => {
    const text = ['Ann Lee', 'Ben Oh', 'Cem Ay']
      .map(
        (name, place) =>
          `${['Sales', 'Support', 'Sales'][place] ?? ''}\tbasic\t${name}\tEU\t1,200\tp${String(place)}@x.com\tuser`,
      )
      .join('\n')
    expect(meanings(text)).toEqual(['team', 'seat', 'name', 'workspace', 'usage', 'mail', 'role'])
  })

  it('is a name for the texts that tell most people apart, and nothing for other heads', () => {
    expect(meanings('Seat,Login,Shift\nFull,ann,early\nFull,ben,early')).toEqual(['seat', 'name', 'ignore'])
    expect(meanings('Ann\nBen')).toEqual(['name'])
    expect(meanings('Ann\tearly\nBen\tlate')).toEqual(['name', 'ignore'])
  })

  it('is given once, but for names in two columns', () => {
    expect(meanings('First name,Surname,Team,Group\nAnn,Lee,A,B')).toEqual(['name', 'name', 'team', 'ignore'])
    expect(withMeaning(['name', 'team', 'ignore'], 2, 'team')).toEqual(['name', 'ignore', 'team'])
    expect(withMeaning(['name', 'ignore'], 1, 'name')).toEqual(['name', 'name'])
  })

  it.each([
    ['Name,Seat\nAnn,Full', true],
    ['Member\nAnn', true],
    ['Member,Since\nAnn,May', false],
    ['member,ann@x.com\nadmin,ben@x.com', false],
    ['Team,12\nAnn,13', false],
    ['Name,ann@x.com\nBen,ben@x.com', false],
    ['Ann,Full\nBen,Basic', false],
  ])('of %j begins with a heading: %s', (text, hasHead) => {
    expect(guessColumns(readCells(text), []).hasHead).toBe(hasHead)
  })
})

describe('people in a list', () => {
  it('have names in one column or two, or else the part of their address before the @', () => {
    expect(ids('First name,Last name,Mail\nAnn,Lee,a@x.com\n,,ben.oh@x.com\n,,Cem Ay <cem@x.com>')).toEqual([
      'Ann Lee',
      'ben.oh',
      'Cem Ay',
    ])
    expect(ids('Name\nann@x.com')).toEqual(['ann'])
    expect(ids('Mail\tTeam\n"Cem Ay" <cem@x.com>\tA')).toEqual(['Cem Ay'])
  })

  it('have seats and roles, an owner being an admin and an editor having a Full seat', () => {
    expect(
      read('Name,Seat,Role\nAnn,Full seat,Owner\nBen,EDITOR,\nCem,basic,Member\nDia,,admin').people,
    ).toEqual([
      { id: 'Ann', seat: 'full', role: 'admin' },
      { id: 'Ben', seat: 'full' },
      { id: 'Cem', seat: 'basic', role: 'member' },
      { id: 'Dia', role: 'admin' },
    ])
  })

  it('may have their seats among the roles', () => {
    expect(read('Name,Role\nAnn,Admin\nBen,Editor\nCem,Basic').people).toEqual([
      { id: 'Ann', role: 'admin' },
      { id: 'Ben', seat: 'full' },
      { id: 'Cem', seat: 'basic' },
    ])
  })

  it('have teams, workspaces by id or name, and usage as figures are written', () => {
    const text = 'Name;Team;Workspace;Usage\nAnn;A;EU;1.200,5\nBen;;united states;2k'
    setNumberFormat('point')
    expect(read(text).people).toEqual([
      { id: 'Ann', team: 'A', workspace: 'eu', usage: '1200.5' },
      { id: 'Ben', workspace: 'us', usage: '2000' },
    ])
  })

  it('are in workspaces that are not there yet only where those are made', () => {
    const text = 'Name;Workspace\nAnn;India\nBen;india\nCem;EU'
    expect(read(text)).toMatchObject({ added: 1, newWorkspaces: ['India'] })
    expect(whys(text)).toEqual([
      '2 Ann: There is no workspace “India”.',
      '3 Ben: There is no workspace “india”.',
    ])
    expect(read(text, {}, { makesWorkspaces: true })).toMatchObject({
      people: [
        { id: 'Ann', workspace: 'India' },
        { id: 'Ben', workspace: 'India' },
        { id: 'Cem', workspace: 'eu' },
      ],
      newWorkspaces: ['India'],
      refused: [],
    })
  })

  it('are told from others of the same name by a number, and are one person by address or whole row', () => {
    const text = 'Name,Mail,Team\nAnn,a@x.com,\nAnn,b@x.com,\nAnn,A@x.com,Sales\nBen,,A\nBen,,B\nBen,,B'
    expect(ids(text)).toEqual(['Ann', 'Ann 2', 'Ben', 'Ben 2'])
    expect(whys(text)).toEqual(['4 Ann: Listed twice.', '7 Ben: Listed twice.'])
  })

  it('are added, or changed where the account has them', () => {
    const some = read('Name\nAnn\nBen\nCem', {}, { ids: new Set(['Ben', 'Zoe']) })
    expect(some).toMatchObject({ added: 2, changed: 1, refused: [] })
  })

  it('are asked about where a word may mean either seat', () => {
    const text = 'Name,Seat\nAnn,Viewer\nBen,Pro\nCem,read-only\nDia,pro'
    expect(read(text).asked).toEqual([
      { word: 'Viewer', likely: 'basic' },
      { word: 'Pro', likely: null },
      { word: 'read-only', likely: 'basic' },
    ])
    expect(read(text).people.map(({ id, seat }) => `${id} ${seat ?? ''}`)).toEqual(['Ann basic', 'Cem basic'])
    const seats = new Map([
      ['pro', 'full'],
      ['viewer', 'none'],
    ] as const)
    expect(read(text, { seats }).people.map(({ id, seat }) => `${id} ${seat ?? ''}`)).toEqual([
      'Ben full',
      'Cem basic',
      'Dia full',
    ])
    expect(whys(text, { seats })).toEqual(['2 Ann: Left out: “Viewer” has no seat.'])
  })

  it('leave open which seat they have only where they are new, and no admins', () => {
    expect(read('Name,Seat\nAnn,Full\nBen,').seatless).toBe(true)
    expect(read('Name,Seat\nAnn,Full\nBen,', {}, { ids: new Set(['Ben']) }).seatless).toBe(false)
    expect(read('Name,Role\nAnn,admin').seatless).toBe(false)
  })
})

describe('a row that is refused', () => {
  it.each([
    ['Name,Mail\n,\nAnn,', []],
    ['Name,Team\n,Sales\nAnn,', ['2 : Nobody is named.']],
    ['Name,Workspace\nAnn,apac', ['2 Ann: There is no workspace “apac”.']],
    ['Name,Usage\nAnn,lots', ['2 Ann: “lots” is no usage. A number like 2.5.']],
    ['Name,Usage\nAnn,-1', ['2 Ann: “-1” is no usage. From 0 to 9,007,199,254.']],
    ['Name,Seat\nAnn,gold', ['2 Ann: “gold” is neither a Full nor a Basic seat: say above which is meant.']],
    [`Name\n${'x'.repeat(1001)}`, [`2 ${'x'.repeat(1001)}: A name has at most 1000 characters.`]],
  ])('is told with why: %j', (text, refused) => {
    expect(whys(text)).toEqual(refused)
  })

  it('is one whose figure cannot stand for several streams', () => {
    expect(whys('Name,Usage\nAnn,5', {}, { severalStreams: new Set(['Ann']) })).toEqual([
      '2 Ann: Uses several things, which are set under Usage.',
    ])
  })

  it('is one that no account has room for', () => {
    const ids19999 = new Set(Array.from({ length: 19_999 }, (_, place) => `Person ${String(place)}`))
    const some = read('Name\nAnn\nBen\nPerson 7', {}, { ids: ids19999 })
    expect(some.people.map(({ id }) => id)).toEqual(['Ann', 'Person 7'])
    expect(some.refused).toEqual([{ row: 3, who: 'Ben', why: 'An account has at most 20,000 people.' }])
  })
})

describe('a list of people in any form', () => {
  const COLUMNS = ['Name', 'Mail', 'Team', 'Seat', 'Role', 'Usage'] as const
  /** Letters that no word for a seat, a role or a heading is made of. */
  const word = fc.stringMatching(/^[wxyzäöü]{2,8}( [wxyz"',;]{1,5}[wxyz])?$/)
  const someone = fc.record({
    Team: word,
    Seat: fc.constantFrom('Full', 'basic'),
    Role: fc.constantFrom('Admin', 'member'),
    Usage: fc.nat({ max: 9_999_999 }).map(String),
  })
  const list = fc.record({
    names: fc.uniqueArray(word, { minLength: 2, maxLength: 12 }),
    others: fc.array(someone, { minLength: 12, maxLength: 12 }),
    order: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
    delimiter: fc.constantFrom('\t', ',', ';'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    hasBlankRows: fc.boolean(),
  })

  it('comes to the same people, whatever the order of columns, quotes, line ends and blank rows', () => {
    fc.assert(
      fc.property(list, ({ names, others, order, delimiter, lineEnd, hasBlankRows }) => {
        const people = names.map((name, place) => ({
          Name: name,
          Mail: `p${String(place)}@example.com`,
          ...(others[place] ?? { Team: '', Seat: '', Role: '', Usage: '' }),
        }))
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const rows = [order, ...people.map((person) => order.map((column) => person[column]))]
        const text = rows
          .map((row) => row.map(quoted).join(delimiter))
          .join(hasBlankRows ? lineEnd + lineEnd : lineEnd)
        const taken = read(text)
        expect(taken.refused).toEqual([])
        expect(taken.people).toEqual(
          people.map(({ Name, Team, Seat, Role, Usage }) => ({
            id: Name,
            team: Team,
            seat: Seat.toLowerCase(),
            role: Role.toLowerCase(),
            usage: Usage,
          })),
        )
      }),
    )
  })

  it('names each id once, and takes or refuses every row that is not blank', () => {
    const cell = fc.oneof(word, fc.constantFrom('', 'Full', 'viewer', 'Ann', 'ann@x.com', '12', '"', 'Name'))
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
    fc.assert(
      fc.property(rows, fc.constantFrom('\t', ',', ';'), (cells, delimiter) => {
        const text = cells.map((row) => row.join(delimiter)).join('\n')
        const taken = read(text)
        expect(new Set(taken.people.map(({ id }) => id)).size).toBe(taken.people.length)
        expect(taken.added + taken.changed).toBe(taken.people.length)
        const all = readCells(text)
        const body = guessColumns(all, WORKSPACES).hasHead ? all.slice(1) : all
        expect(taken.people.length + taken.refused.length).toBe(body.length)
      }),
    )
  })

  it('may have 5,000 rows', () => {
    const text = Array.from({ length: 5000 }, (_, place) => `Person ${String(place)}\tbasic`).join('\n')
    expect(read(text)).toMatchObject({ added: 5000, refused: [] })
  })
})
