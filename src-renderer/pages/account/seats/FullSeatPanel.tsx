import { memo, useState } from 'react'
import type { FullSeatCost, FullSeats } from '#shared/full-seat.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { CellDate } from '#renderer/fields/CellDate.tsx'
import {
  boughtInWords,
  fullSeatInWords,
  givenInWords,
  holdInWords,
} from '#renderer/finding/full-seat-in-words.ts'
import { currencySign, plural } from '#renderer/format/figures.ts'
import { longDay } from '#renderer/format/days.ts'
import { giveFullSeats } from '#renderer/state/account-edits/full-seats.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { editAccount } from '#renderer/state/draft.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { WindowTable } from '#renderer/tables/WindowTable.tsx'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { PartExports } from '../PartExports.tsx'
import { MOST_CHOSEN } from './chosen.ts'
import styles from './seats.module.css'

/** Of the button that asks what Full seats cost. */
export const ASK_ID = 'ask-full-seats'

const problemsOf = (cost: FullSeatCost): string =>
  cost.kind === 'cannot' ? cost.problems.map(({ message }) => message).join(' ') : ''

const columnsFor = (currency: string): readonly Column<FullSeatCost>[] => [
  { id: 'member', header: 'Member', text: ({ members }) => members.join(', ') },
  moneyColumn(currencySign(currency), {
    id: 'difference',
    header: 'Costs more',
    about: 'What the whole account would cost more with this member alone on a Full seat.',
    figure: (cost) => (cost.kind === 'billed' ? cost.difference : null),
  }),
  creditColumn({
    id: 'lost',
    header: 'Not served as it is',
    figure: (cost) => (cost.kind === 'billed' ? (cost.lost[0]?.asIs ?? null) : null),
  }),
  creditColumn({
    id: 'then',
    header: 'On a Full seat',
    figure: (cost) => (cost.kind === 'billed' ? (cost.lost[0]?.onFullSeat ?? null) : null),
  }),
  {
    id: 'bought',
    header: 'Seats',
    text: (cost) => (cost.kind === 'billed' ? boughtInWords(cost.bought) : problemsOf(cost) || NO_FIGURE),
    hint: problemsOf,
  },
]

interface Question {
  readonly members: readonly string[]
  readonly from: string
}

function give({ together, from }: FullSeats): void {
  if (together.kind !== 'billed') return
  const { members, bought } = together
  editAccount(givenInWords(members), (account) => giveFullSeats(account, { members, from, bought }))
}

/** What Full seats for those who are chosen would cost, and the button that gives them. */
export const FullSeatPanel = memo(function FullSeatPanel({
  opened,
  members,
  onGiven,
}: {
  readonly opened: ResultSummary
  /** Those who are chosen. */
  readonly members: readonly string[]
  readonly onGiven: () => void
}) {
  const [from, setFrom] = useState<string | null>(null)
  const [asked, setAsked] = useState<Question | null>(null)
  const [given, setGiven] = useState('')
  const since = from ?? opened.start
  const question = { members, from: since }
  const isAsked = asked !== null && sameQuestion(asked, question)
  const isTooMany = members.length > MOST_CHOSEN
  const isEmpty = members.length === 0
  return (
    <section className={styles.fullSeats} aria-label="Full seats for those chosen">
      <div className={styles.ask}>
        <strong>{isEmpty ? 'Nobody chosen' : `${plural(members.length, 'member')} chosen`}</strong>
        <label className={styles.from}>
          Full seats from
          <CellDate label="Full seats from" value={since} onChange={setFrom} />
        </label>
        <KeptButton
          id={ASK_ID}
          size="compact-sm"
          variant="default"
          idle={isEmpty || isTooMany || isAsked}
          onClick={() => {
            setGiven('')
            setAsked(question)
          }}
        >
          What would Full seats cost?
        </KeptButton>
      </div>
      <div role="status" className={styles.told}>
        {isTooMany
          ? `At most ${plural(MOST_CHOSEN, 'member')} at once: each is a run of the account.`
          : given}
        {isEmpty && given === ''
          ? 'Choose members in the list, by their boxes or with Space; Shift chooses as far as you go.'
          : null}
      </div>
      {isAsked ? (
        <Answer
          opened={opened}
          question={asked}
          onGive={(answer) => {
            give(answer)
            setGiven(`${holdInWords(answer.together.members)} from ${longDay(answer.from)} on.`)
            onGiven()
          }}
        />
      ) : null}
    </section>
  )
})

const sameQuestion = (one: Question, other: Question): boolean =>
  one.from === other.from &&
  one.members.length === other.members.length &&
  one.members.every((member, place) => member === other.members[place])

function Answer({
  opened,
  question,
  onGive,
}: {
  readonly opened: ResultSummary
  readonly question: Question
  readonly onGive: (answer: FullSeats) => void
}) {
  const { members, from } = question
  const { value, refused, isAwaited } = useAnswer('results.fullSeats', {
    id: opened.id,
    members: [...members],
    ...(from === opened.start ? {} : { from }),
  })
  const [problem] = refused
  if (problem) return <p className={styles.wrong}>{problem.message}</p>
  if (value === undefined) return <p className={styles.faint}>Billing the account with Full seats …</p>
  const { together, each } = value
  const columns = columnsFor(opened.currency)
  return (
    <div className={styles.answer}>
      <div className={styles.finding}>
        <h3>{fullSeatInWords(together, opened.currency)}</h3>
        {together.kind === 'billed' ? (
          <KeptButton size="compact-sm" idle={isAwaited} onClick={() => onGive(value)}>
            {together.members.length === 1 ? 'Give them a Full seat' : 'Give them Full seats'}
          </KeptButton>
        ) : null}
        <PartExports
          part="fullSeats"
          of={{ opened, account: null }}
          span={{ start: from, end: opened.end }}
          tables={[tableOf('What Full seats would cost', () => ({ columns, rows: each }))]}
        />
      </div>
      <p className={together.kind === 'billed' ? styles.faint : styles.wrong}>
        {together.kind === 'billed' ? `Together: ${boughtInWords(together.bought)}.` : problemsOf(together)}
      </p>
      {each.length > 1 ? (
        <WindowTable caption="Each of them by themselves" columns={columns} rows={each} />
      ) : null}
    </div>
  )
}
