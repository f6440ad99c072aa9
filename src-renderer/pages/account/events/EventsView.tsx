import { Button } from '@mantine/core'
import { IconBraces, IconList } from '@tabler/icons-react'
import { useState } from 'react'
import type { AlertFilter, AlertWindow } from '#shared/open-result.ts'
import { alertsTitle } from '#renderer/finding/alert-in-words.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { allRows, MOST_COPIED } from '#renderer/state/all-rows.ts'
import { ask, useAnswer } from '#renderer/state/answers.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { BLOCK_ROWS } from '#renderer/tables/blocks.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import styles from '../result-table.module.css'
import type { OfResult } from '../of-result.ts'
import { both } from '../both.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { type AlertsAsked, COPIED } from './alert-columns.ts'
import { AlertChips } from './AlertChips.tsx'
import { AlertTable } from './AlertTable.tsx'
import { WebhookBodies } from './WebhookBodies.tsx'

const ALL: AlertFilter = {}
const FIRST = { offset: 0, limit: BLOCK_ROWS }

async function copiedAlerts(asked: AlertsAsked): Promise<string> {
  return toTsv(COPIED, await allRows((offset) => ask('results.alerts', { ...asked, ...FIRST, offset })))
}

async function copiedBodies(asked: AlertsAsked): Promise<string> {
  const events = await allRows((offset) => ask('results.events', { ...asked, ...FIRST, offset }))
  return JSON.stringify(events, null, 2)
}

/** How much of all is shown, and how much of it a copy takes. */
function noteOf(shown: number, all: number): string {
  const part = shown === all ? 'In the order of time' : `${credits(shown)} of ${plural(all, 'alert')} shown`
  return shown > MOST_COPIED ? `${part}; a copy takes the first ${credits(MOST_COPIED)}` : part
}

/** What the account would be told. */
export function EventsView({ opened, account }: OfResult) {
  const [filter, setFilter] = useState(ALL)
  const ofResult = { id: opened.id, account }
  const asked: AlertsAsked = { ...ofResult, ...filter }
  const all = useAnswer('results.alerts', { ...ofResult, offset: 0, limit: 0 })
  const shown = useAnswer('results.alerts', { ...asked, ...FIRST })
  return (
    <Part name="The events" of={both(all, shown)} isWhole>
      {([every, matching]) => (
        <Events
          of={{ opened, account }}
          asked={asked}
          filter={filter}
          all={every}
          shown={matching}
          onFilter={setFilter}
        />
      )}
    </Part>
  )
}

function Events({
  of,
  asked,
  filter,
  all,
  shown,
  onFilter,
}: {
  readonly of: OfResult
  readonly asked: AlertsAsked
  readonly filter: AlertFilter
  readonly all: AlertWindow
  /** Those that are as the filter says. */
  readonly shown: AlertWindow
  readonly onFilter: (filter: AlertFilter) => void
}) {
  const [asBodies, setAsBodies] = useState(false)
  const [looked, setLooked] = useState<number | null>(null)
  useToShow((reference) => {
    if (reference.kind !== 'alert') return false
    onFilter(ALL)
    setAsBodies(false)
    setLooked(reference.alert)
    return true
  })
  if (all.total === 0) {
    return (
      <section aria-label="Events">
        <SectionHead
          title={alertsTitle(all)}
          note="No threshold is met, nothing expires and nothing is blocked"
        />
      </section>
    )
  }
  return (
    <section className={styles.whole} aria-label="Events">
      <SectionHead title={alertsTitle(all)} note={noteOf(shown.total, all.total)}>
        <CopyTable text={() => (asBodies ? copiedBodies(asked) : copiedAlerts(asked))}>Copy all</CopyTable>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={asBodies ? <IconList size={14} /> : <IconBraces size={14} />}
          onClick={() => setAsBodies(!asBodies)}
        >
          {asBodies ? 'As a list' : 'As webhook bodies'}
        </Button>
        <PartExports
          part="events"
          of={of}
          tables={[
            wholeTableOf(
              of,
              shown.total === all.total ? 'Events' : 'Events, some',
              { kind: 'alerts', filter },
              () => copiedAlerts(asked),
            ),
          ]}
        />
      </SectionHead>
      <div className={styles.tools}>
        <AlertChips filter={filter} bySeverity={shown.bySeverity} byKind={shown.byKind} onChange={onFilter} />
      </div>
      {shown.total === 0 ? (
        <p className={styles.empty}>No alert is as the filter says.</p>
      ) : asBodies ? (
        <WebhookBodies asked={asked} count={shown.total} />
      ) : (
        <AlertTable
          asked={asked}
          count={shown.total}
          looked={shown.total === all.total ? looked : null}
          onSubject={(subject) => onFilter({ ...filter, subject })}
        />
      )}
    </section>
  )
}
