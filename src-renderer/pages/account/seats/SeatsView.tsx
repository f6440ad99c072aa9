import { Button } from '@mantine/core'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { ResultSummary, SeatWindow } from '#shared/open-result.ts'
import { creditsOf, listed, sentences } from '#renderer/finding/counted.ts'
import { stoppedTitle, otherStops } from '#renderer/finding/seat-title.ts'
import { causeInLine } from '#renderer/finding/block-causes.ts'
import { stopNames } from '#renderer/finding/stop-in-words.ts'
import { creditsInWords, isZero, plural } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { hasUsageByName } from '#renderer/state/account-edits/own-usage.ts'
import { useAccount } from '#renderer/state/draft.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { type Chosen, losingMost, NOBODY_CHOSEN, goTo } from './chosen.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { ShareOut } from '../inputs/share/ShareOut.tsx'
import { sharersBySeat } from '../inputs/share/sharers.ts'
import { ASK_ID, FullSeatPanel } from './FullSeatPanel.tsx'
import { pageInput } from './member-pages.ts'
import { MemberDetail } from './MemberDetail.tsx'
import { MemberList } from './MemberList.tsx'
import { copiedMembers } from './member-columns.ts'
import { Occupancy } from './Occupancy.tsx'
import styles from './seats.module.css'

const MOST_LOSING = 5

/** Who holds which seat, who was stopped by what, and what a Full seat for them would cost. */
export function SeatsView({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const seats = useAnswer('results.seats', pageInput(opened.id, 0))
  const document = useOpenScenario((open) => open.document?.id)
  return (
    <Part name="The seats" of={seats}>
      {(value) => (
        <div className={styles.view}>
          {account === null ? null : (
            <p className={styles.faint}>These are the seats of the account that is billed together.</p>
          )}
          <Occupancy opened={opened} seats={value} />
          {value.total === 0 ? <Nobody /> : <Members key={document} opened={opened} seats={value} />}
        </div>
      )}
    </Part>
  )
}

const Nobody = () => (
  <section className={styles.nobody} aria-label="No members">
    <h2>Nobody is on this account</h2>
    <p>
      With people, this shows each Basic member against the monthly ceiling, who is stopped by what, and what
      a Full seat for them would cost. Add or paste people under People, on the left.
    </p>
  </section>
)

const UNNAMED = {
  title: 'No usage is anybody’s by name yet, so no ceiling can be told',
  note: 'Share it out among the people to see who is stopped',
} as const

/** What else stopped anybody, and what usage lost that names nobody. */
function noteOf(seats: SeatWindow): string {
  const { nameless, total } = seats
  const others = otherStops(seats).map(causeInLine)
  return sentences(
    `${plural(total, 'member')}, whoever lost most first.`,
    others.length === 0 ? '' : `Others were stopped by: ${listed(others)}.`,
    isZero(nameless.lostCredits)
      ? ''
      : `Usage that names nobody lost ${creditsOf(nameless.lostCredits)} (${stopNames(nameless.stops, null).toLowerCase()}).`,
  )
}

function Members({ opened, seats }: { readonly opened: ResultSummary; readonly seats: SeatWindow }) {
  const [chosen, setChosen] = useState<Chosen>(NOBODY_CHOSEN)
  // Keys that are held move through the list; what is told of one member follows when there is time.
  const detailed = useDeferredValue(chosen.at)
  const draft = useAccount()
  // Usage by nobody in person passes every ceiling: that nobody was stopped says nothing.
  const isUnnamed = draft !== null && seats.stopped.length === 0 && !hasUsageByName(draft)
  const losing = losingMost(seats.members, MOST_LOSING)
  const members = useMemo(() => [...chosen.members], [chosen.members])
  const choose = useCallback(
    (names: readonly string[]) => setChosen((now) => ({ ...now, members: new Set(names) })),
    [],
  )
  useToShow((reference) => {
    if (reference.kind !== 'stop') return false
    const place = seats.members.findIndex(({ member }) => member === reference.member)
    if (place >= 0) setChosen((now) => goTo(now, place))
    return true
  })
  const onGiven = useCallback(() => choose([]), [choose])
  useWanted(
    'full seats',
    () => {
      choose(losing)
      document.getElementById(ASK_ID)?.focus()
    },
    losing.length > 0,
  )
  return (
    <section aria-label="Members and what stopped them">
      <SectionHead
        title={isUnnamed ? UNNAMED.title : stoppedTitle(seats)}
        note={isUnnamed ? UNNAMED.note : noteOf(seats)}
      >
        {draft !== null && isUnnamed ? (
          <ShareOut account={draft} among="members" sharers={sharersBySeat(draft)} unevenly="By seat" />
        ) : null}
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={losing.length === 0}
          onClick={() => choose(losing)}
        >
          Choose the five who lose most
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={members.length === 0}
          onClick={() => choose([])}
        >
          Clear
        </Button>
        <PartExports
          part="members"
          of={{ opened, account: null }}
          tables={[
            wholeTableOf({ opened, account: null }, 'Members', { kind: 'members' }, () =>
              copiedMembers(opened.id),
            ),
          ]}
        />
      </SectionHead>
      <MemberList
        id={opened.id}
        total={seats.total}
        ceiling={seats.ceiling === null ? '' : `of ${creditsInWords(seats.ceiling)}`}
        chosen={chosen}
        onChoose={setChosen}
      />
      <FullSeatPanel opened={opened} members={members} onGiven={onGiven} />
      <MemberDetail opened={opened} row={detailed} />
    </section>
  )
}
