import { Button } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { credits as printed, plural } from '#renderer/format/figures.ts'
import { fillRight, fitMonths, setMonths } from '#renderer/state/account-edits/series.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { AverageLine } from './AverageLine.tsx'
import { type BarActions, MonthBars } from './MonthBars.tsx'
import { monthNames } from './month-names.ts'
import { readFigures, type ReadFigures } from './read-figures.ts'
import { UsageProblems } from './UsageProblems.tsx'
import styles from './months.module.css'

/** Usage written out: the credits of each month, as bars that are drawn and as a figure that is typed. */
export function SeriesUsage({
  account,
  credits,
}: {
  readonly account: WindowAccount
  readonly credits: readonly string[]
}) {
  const [chosen, setChosen] = useState(0)
  const [read, setRead] = useState<ReadFigures | null>(null)
  const field = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const { start } = account
  const names = useMemo(() => monthNames(start, credits.length), [start, credits.length])
  const at = Math.min(chosen, credits.length - 1)
  const month = names[at]?.full ?? ''

  const actions = useMemo((): BarActions => {
    const input = () => field.current?.querySelector('input')
    const nameOf = (place: number) => names[place]?.full ?? ''
    return {
      go: setChosen,
      draw: (months) => {
        setRead(null)
        editAccount('Draw the usage of months', (now) => setMonths(now, months), 'usage drawn')
      },
      step: (place, figure) => {
        setRead(null)
        setMonth(nameOf(place), place, figure)
      },
      type: () => {
        input()?.focus()
        input()?.select()
      },
      paste: (text) => setRead(pasteAt(at, text, names.length, nameOf(at))),
    }
  }, [at, names])

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || at === credits.length - 1) return
    // On to the next month, as in a column of figures.
    setChosen(at + 1)
    requestAnimationFrame(actions.type)
  }
  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    actions.paste(text)
  }

  return (
    <div className={styles.series}>
      <OtherLength account={account} written={credits.length} />
      <MonthBars credits={credits} names={names} at={at} actions={actions} keysId={keysId} />
      <div className={styles.tools}>
        <span className={styles.month}>{month}</span>
        <div ref={field} className={styles.framed} onKeyDown={press} onPaste={paste}>
          <CellAmount
            label={`Credits in ${month}`}
            value={credits[at] ?? '0'}
            none="0"
            of={String(at)}
            onChange={(figure) => setMonth(month, at, figure ?? '0')}
          />
        </div>
        <span className={styles.unit}>credits</span>
        <Button
          variant="default"
          size="compact-xs"
          disabled={at === credits.length - 1}
          onClick={() =>
            editAccount(`Fill the months after ${month}`, (now) => fillRight(now, at), 'usage filled')
          }
        >
          Fill right
        </Button>
      </div>
      <p className={styles.told} role="status" data-wrong={read?.kind === 'refused' || undefined}>
        {read?.told}
      </p>
      <AverageLine account={account} />
      <p id={keysId} className={styles.hint}>
        Drag the bars, or draw across them. ↑ ↓ change the month, with Shift ten times as much; digits type
        its figure, and a column or row of figures is pasted from it on.
      </p>
      <UsageProblems />
    </div>
  )
}

const setMonth = (name: string, place: number, figure: string): void =>
  editAccount(
    `Set ${name} to ${printed(figure)} credits`,
    (now) => setMonths(now, new Map([[place, figure]])),
    `usage of month ${String(place)}`,
  )

/** What was understood of a text that is pasted into a month and those after it. */
function pasteAt(from: number, text: string, months: number, name: string): ReadFigures {
  const room = Array.from({ length: months }).slice(from).length
  const read = readFigures(text, room)
  if (read.kind === 'figures') {
    const pasted = new Map(read.figures.map((figure, place) => [from + place, figure]))
    editAccount(
      `Paste ${plural(read.figures.length, 'month')} from ${name}`,
      (now) => setMonths(now, pasted),
      'usage pasted',
    )
  }
  return read
}

/** Where the account has other months than are written out. */
function OtherLength({ account, written }: { readonly account: WindowAccount; readonly written: number }) {
  const { months } = account
  if (months === written) return null
  const isShort = written < months
  const mend = () =>
    editAccount(
      isShort ? `Write out ${plural(months, 'month')}` : `Cut the usage to ${plural(months, 'month')}`,
      fitMonths,
    )
  return (
    <div className={styles.mend} role="alert">
      <span>
        {plural(written, 'month')} {written === 1 ? 'is' : 'are'} written out, and the account runs{' '}
        {printed(months)}.
      </span>
      <Button variant="default" size="compact-xs" onClick={mend}>
        {isShort ? 'Fill with the last month' : `Cut to ${plural(months, 'month')}`}
      </Button>
    </div>
  )
}
