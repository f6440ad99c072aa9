import { memo } from 'react'
import type { ResultSummary } from '#shared/open-result.ts'
import type { MemberSeats, Stop, UnderCeiling } from '#shared/seat-report.ts'
import { creditsOf } from '#renderer/finding/counted.ts'
import { seatsHeldInWords } from '#renderer/finding/seat-title.ts'
import { reachedInWords, stopName } from '#renderer/finding/stop-in-words.ts'
import { credits, day } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { WindowTable } from '#renderer/tables/WindowTable.tsx'
import { PartExports } from '../PartExports.tsx'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { pageInput, placeOnPage } from './member-pages.ts'
import styles from './seats.module.css'

type Periods = ResultSummary['periods']

const periodColumn = (periods: Periods): Column<{ readonly period: number }> => ({
  id: 'period',
  header: 'Period',
  text: ({ period }) => {
    const found = periods.find(({ index }) => index === period)
    return found === undefined ? String(period) : `${String(period)}, from ${day(found.start)}`
  },
})

const ceilingColumns = (periods: Periods): readonly Column<UnderCeiling>[] => [
  periodColumn(periods),
  creditColumn({ id: 'used', header: 'Used', figure: ({ used }) => used }),
  creditColumn({ id: 'ceiling', header: 'Ceiling', figure: ({ ceiling }) => ceiling }),
  {
    id: 'reached',
    header: 'Reached',
    text: (told) => reachedInWords(told) ?? NO_FIGURE,
  },
  creditColumn({ id: 'blocked', header: 'Blocked by it', figure: ({ blockedCredits }) => blockedCredits }),
]

const stopColumns = (periods: Periods, member: string): readonly Column<Stop>[] => [
  periodColumn(periods),
  { id: 'cause', header: 'Stopped by', text: (stop) => stopName(stop, member) },
  { id: 'at', header: 'First on', text: ({ at }) => instant(at) },
  creditColumn({ id: 'credits', header: 'Not served', figure: (stop) => stop.credits }),
  { id: 'requests', header: 'Requests', numeric: true, text: ({ requests }) => credits(requests) },
]

/** The member that the keys are at, period by period. */
export const MemberDetail = memo(function MemberDetail({
  opened,
  row,
}: {
  readonly opened: ResultSummary
  readonly row: number
}) {
  const { page, place } = placeOnPage(row)
  const { value } = useAnswer('results.seats', pageInput(opened.id, page))
  const member = value?.members[place]
  return (
    <section className={styles.detail} aria-label="The member in detail">
      {member === undefined ? null : <Detail member={member} opened={opened} />}
    </section>
  )
})

function Detail({ member, opened }: { readonly member: MemberSeats; readonly opened: ResultSummary }) {
  const { member: name, seats, ceilings, stops, servedCredits } = member
  const [underCeiling, stoppedBy] = [ceilingColumns(opened.periods), stopColumns(opened.periods, name)]
  return (
    <>
      <h3>
        {name}{' '}
        <span className={styles.faint}>
          {seatsHeldInWords(seats)}; {creditsOf(servedCredits)} served
        </span>
        <PartExports
          part="member"
          of={{ opened, account: null }}
          tables={[
            tableOf(`${name} against the ceiling`, () => ({ columns: underCeiling, rows: ceilings })),
            tableOf(`What stopped ${name}`, () => ({ columns: stoppedBy, rows: stops })),
          ]}
        />
      </h3>
      <div className={styles.details}>
        {ceilings.length === 0 ? (
          <p className={styles.faint}>Under no ceiling: at no time on a Basic seat of a plan that has one.</p>
        ) : (
          <div>
            <h4>
              Used against the ceiling <span>each billing period on a Basic seat, in all</span>
            </h4>
            <WindowTable
              caption={`${name} against the ceiling`}
              columns={underCeiling}
              rows={ceilings}
              actions={{
                header: 'Why',
                of: ({ period }) => (
                  <WhyButton
                    of={`${name} against the ceiling in period ${String(period)}`}
                    reference={{ kind: 'stop', member: name, period, cause: null }}
                  />
                ),
              }}
            />
          </div>
        )}
        {stops.length === 0 ? (
          <p className={styles.faint}>Stopped by nothing.</p>
        ) : (
          <div>
            <h4>
              What stopped them{' '}
              <span>whatever it was: ceilings, limits, a lock, no seat, no credits left</span>
            </h4>
            <WindowTable
              caption={`What stopped ${name}`}
              columns={stoppedBy}
              rows={stops}
              actions={{
                header: 'Why',
                of: (stop) => (
                  <WhyButton
                    of={`${stopName(stop, name)} stopped ${name} in period ${String(stop.period)}`}
                    reference={{ kind: 'stop', member: name, period: stop.period, cause: stop.cause }}
                  />
                ),
              }}
            />
          </div>
        )}
      </div>
    </>
  )
}
