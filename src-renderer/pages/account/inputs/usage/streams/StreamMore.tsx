import { Button, Popover, SegmentedControl } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { isFalling } from '#shared/usage-in-words.ts'
import type { UsagePattern, UsageStream } from '#shared/usage.ts'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { patternInWords } from '#renderer/finding/base-usage.ts'
import { weekdaysInWords } from '#renderer/finding/weekdays-in-words.ts'
import { credits, percent, plural, unsigned } from '#renderer/format/figures.ts'
import { PATTERN_KINDS } from '#renderer/pages/open-scenario/pattern/pattern-kinds.ts'
import { PatternParameters } from '#renderer/pages/open-scenario/pattern/PatternParameters.tsx'
import type { StreamAt } from '#renderer/state/account-edits/streams.ts'
import { LANDING, type PatternKind } from '#renderer/state/inputs.ts'
import { change, duplicate, remove, whoOf } from './stream-edits.ts'
import type { People } from './people-of.ts'
import { Weekdays } from '../weekdays/Weekdays.tsx'
import styles from './streams.module.css'

const FLAT: UsagePattern = { kind: 'flat' }

/** What a pattern is before anybody sets it. */
const begun = (kind: PatternKind): UsagePattern => (kind === 'flat' ? FLAT : LANDING[kind])

/** How a stream moves, in a cell; empty where it does not. */
function shortPattern(pattern: UsagePattern): string {
  switch (pattern.kind) {
    case 'flat':
      return ''
    case 'growth':
      return `${isFalling(pattern.percent) ? 'falls' : 'grows'} ${percent(unsigned(pattern.percent))}`
    case 'seasonal':
      return `season ${percent(pattern.amplitude)}`
    case 'spike':
      return `${credits(pattern.multiple)} × in month ${String(pattern.month)}`
    case 'steps':
      return plural(pattern.steps.length, 'step')
  }
}

const NOBODY = ''
const some = (value: string): string | undefined => (value === NOBODY ? undefined : value)
const withNobody = (ids: readonly string[], nobody: string) => [
  { value: NOBODY, label: nobody },
  ...ids.map((id) => ({ value: id, label: id })),
]

interface OfStream {
  readonly stream: UsageStream
  readonly at: StreamAt
  /** What it is called on the screen. */
  readonly name: string
  readonly months: number
  readonly people: People
  readonly problemAt: (field: string) => string | undefined
  /** Told once it is gone, or there once more. */
  readonly onLeave: (row: number) => void
}

/** What most streams leave as it is: how one moves from month to month and whose it is; and to delete it. */
export function StreamMore(of: OfStream) {
  const { stream, months, name } = of
  const [opened, setOpened] = useState(false)
  const who = whoOf(stream)
  const short = [who, shortPattern(stream.pattern), stream.weekdays ? 'weekdays' : '']
    .filter((part) => part !== '')
    .join('; ')
  const { weekdays } = stream
  const said = [
    patternInWords(stream.pattern, months),
    ...(weekdays ? [weekdaysInWords(weekdays)] : []),
    ...(who === '' ? [] : [who]),
  ].join('; ')
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles.more}
          data-marked={short !== '' || undefined}
          aria-label={`More of ${name}: ${short === '' ? said : short}`}
          aria-expanded={opened}
          title={said}
          onClick={() => setOpened(!opened)}
        >
          <span className={styles.said}>{short}</span>
          <IconDots size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`More of ${name}`}>
        {opened ? <Details {...of} onClose={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function Details({
  stream,
  at,
  name,
  months,
  people,
  problemAt,
  onLeave,
  onClose,
}: OfStream & { readonly onClose: () => void }) {
  const { pattern } = stream
  return (
    <div className={styles.details}>
      <SegmentedControl
        aria-label={`Pattern of ${name}`}
        data={PATTERN_KINDS}
        value={pattern.kind}
        onChange={(kind) => change(at, name, { pattern: begun(kind) })}
      />
      <PatternParameters
        pattern={pattern}
        months={months}
        problemAt={(field) => problemAt(`pattern.${field}`)}
        onChange={(changed) => change(at, name, { pattern: changed })}
      />
      <Weekdays
        name={name}
        profile={stream.weekdays}
        problem={problemAt('weekdays')}
        onChange={(weekdays) => change(at, name, { weekdays })}
      />
      <div className={styles.who}>
        <span aria-hidden>Member</span>
        <CellSelect
          label={`Member of ${name}`}
          value={stream.member ?? NOBODY}
          choices={withNobody(people.members, 'nobody named')}
          isWrong={problemAt('member') !== undefined}
          onChange={(member) => change(at, name, { member: some(member) })}
        />
        <span aria-hidden>Key</span>
        <CellSelect
          label={`API key of ${name}`}
          value={stream.apiKey ?? NOBODY}
          choices={withNobody(people.keys, 'none')}
          isWrong={problemAt('apiKey') !== undefined}
          onChange={(apiKey) => change(at, name, { apiKey: some(apiKey) })}
        />
        {people.workspaces.length === 0 ? null : (
          <>
            <span aria-hidden>Workspace</span>
            <CellSelect
              label={`Workspace of ${name}`}
              value={stream.workspace ?? NOBODY}
              choices={withNobody(people.workspaces, 'that of the member or key')}
              isWrong={problemAt('workspace') !== undefined}
              onChange={(workspace) => change(at, name, { workspace: some(workspace) })}
            />
          </>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            onClose()
            duplicate(at, name)
            onLeave(at.place + 1)
          }}
        >
          Duplicate
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            onClose()
            remove(at, name)
            onLeave(at.place)
          }}
        >
          Delete
        </Button>
      </div>
    </div>
  )
}
