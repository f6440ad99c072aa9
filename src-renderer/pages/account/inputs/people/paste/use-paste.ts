import { useMemo, useState } from 'react'
import type { SeatType } from '#shared/account.ts'
import { streamsByMember } from '#renderer/state/account-edits/own-usage.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { type Cells, readCells } from './delimited.ts'
import { guessColumns, meaningsOf } from './guess-columns.ts'
import { type Meaning, plainWord } from './people-words.ts'
import { type AskedSeat, type KnownPeople, readPeople, type ReadPeople } from './read-people.ts'

/** What a person said of the columns of one text; null where they are as they were guessed. */
interface Said {
  readonly hasHead: boolean | null
  readonly meanings: readonly Meaning[] | null
}

const NOTHING_SAID: Said = { hasHead: null, meanings: null }
const NOBODY_ASKED: ReadonlyMap<string, AskedSeat> = new Map()

export interface Pasting {
  readonly text: string
  readonly cells: Cells
  readonly hasHead: boolean
  readonly meanings: readonly Meaning[]
  readonly seats: ReadonlyMap<string, AskedSeat>
  /** The seat of new people of whom the list says none. */
  readonly seat: SeatType
  readonly teams: boolean
  /** Whether workspaces that are not there yet are made, where the vendor has them. */
  readonly makesWorkspaces: boolean
  /** What usage is of: the key of it, or the first. */
  readonly usable: string | null
  readonly read: ReadPeople
  readonly setText: (text: string) => void
  readonly setHasHead: (hasHead: boolean) => void
  readonly setMeaning: (column: number, meaning: Meaning) => void
  readonly setSeatOf: (word: string, seat: AskedSeat) => void
  readonly setSeat: (seat: SeatType) => void
  readonly setTeams: (teams: boolean) => void
  readonly setMakesWorkspaces: (makes: boolean) => void
  readonly setUsable: (key: string) => void
}

/** A pasted text as it is understood, and what a person says of it. `hasWorkspaces`: the vendor has some to be made. */
export function usePaste(first: string, account: WindowAccount, hasWorkspaces: boolean): Pasting {
  const [text, setText] = useState(first)
  const [said, setSaid] = useState(NOTHING_SAID)
  const [seats, setSeats] = useState(NOBODY_ASKED)
  const [seat, setSeat] = useState<SeatType>('basic')
  const [teams, setTeams] = useState(true)
  const [makes, setMakes] = useState(true)
  const [usable, setUsable] = useState<string | null>(null)
  const { workspaces } = account
  const makesWorkspaces = makes && hasWorkspaces
  const known = useMemo(() => knownIn(account, makesWorkspaces), [account, makesWorkspaces])
  const cells = useMemo(() => readCells(text), [text])
  const guess = useMemo(() => guessColumns(cells, workspaces), [cells, workspaces])
  const hasHead = said.hasHead ?? guess.hasHead
  const guessed = useMemo(
    () => (hasHead === guess.hasHead ? guess.meanings : meaningsOf(cells, hasHead, workspaces)),
    [cells, guess, hasHead, workspaces],
  )
  const meanings = said.meanings ?? guessed
  const read = useMemo(
    () => readPeople(cells, { hasHead, meanings, seats }, known),
    [cells, hasHead, meanings, seats, known],
  )
  return {
    text,
    cells,
    hasHead,
    meanings,
    seats,
    seat,
    teams,
    makesWorkspaces,
    usable,
    read,
    setText: (next) => {
      setText(next)
      setSaid(NOTHING_SAID)
    },
    setHasHead: (next) => setSaid({ hasHead: next, meanings: null }),
    setMeaning: (column, meaning) => setSaid({ ...said, meanings: withMeaning(meanings, column, meaning) }),
    setSeatOf: (word, meant) => setSeats(new Map(seats).set(plainWord(word), meant)),
    setSeat,
    setTeams,
    setMakesWorkspaces: setMakes,
    setUsable,
  }
}

/** Two columns cannot both tell the team; a name may be in several. */
export const withMeaning = (
  meanings: readonly Meaning[],
  column: number,
  meaning: Meaning,
): readonly Meaning[] =>
  meanings.map((each, place) => {
    if (place === column) return meaning
    return each === meaning && meaning !== 'name' ? 'ignore' : each
  })

function knownIn(account: WindowAccount, makesWorkspaces: boolean): KnownPeople {
  const streams = streamsByMember(account)
  return {
    ids: new Set(account.members.map(({ id }) => id)),
    workspaces: account.workspaces,
    makesWorkspaces,
    severalStreams: new Set([...streams].flatMap(([member, own]) => (own.length > 1 ? [member] : []))),
  }
}
