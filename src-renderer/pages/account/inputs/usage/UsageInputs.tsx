import { useMemo, useState } from 'react'
import type { ModelledUsage } from '#shared/usage.ts'
import { KindButtons } from '#renderer/fields/KindButtons.tsx'
import { modelChoices } from '#renderer/finding/models.ts'
import { plural } from '#renderer/format/figures.ts'
import type { UsageKind } from '#renderer/state/account-edits/usage-kinds.ts'
import { contentNow, useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { isExampleUsage } from '#renderer/state/example-usage.ts'
import { useResults } from '#renderer/state/results.ts'
import { changeUsageKind } from '#renderer/state/usage-kind.ts'
import { FigureUsage } from './FigureUsage.tsx'
import { conversionInWords } from './conversion-in-words.ts'
import { SeriesUsage } from './SeriesUsage.tsx'
import { StreamUsage } from './streams/StreamUsage.tsx'
import { AccountWeekdays } from './weekdays/AccountWeekdays.tsx'
import styles from './usage.module.css'

const KINDS: { value: UsageKind; label: string }[] = [
  { value: 'pattern', label: 'One figure' },
  { value: 'series', label: 'By month' },
  { value: 'streams', label: 'By product' },
]

/** Usage of the account: one figure a month, the credits of each month, or what is used by product and model. */
export function UsageInputs() {
  const account = useAccount()
  return account === null ? null : <Usage account={account} />
}

const EXAMPLE_GONE = 'The example figure is gone: write what is used. Undo brings it back.'

interface Note {
  /** The kind it is of: once that is changed in another way, it is no longer true. */
  readonly kind: UsageKind
  readonly text: string
  readonly isWrong: boolean
}

function Usage({ account }: { readonly account: WindowAccount }) {
  const { usage, usageEvents, months, plan } = account
  const [note, setNote] = useState<Note | null>(null)
  const catalog = useResults((results) => results.catalog)
  const choices = useMemo(() => modelChoices(catalog, plan), [catalog, plan])
  const plain = choices.find(({ isPlain }) => isPlain) ?? null

  async function choose(kind: UsageKind): Promise<void> {
    const isExample = isExampleUsage(contentNow())
    const changed = await changeUsageKind(kind, plain)
    const text = isExample ? EXAMPLE_GONE : conversionInWords(usage, kind, months, plain)
    if (changed.ok) setNote({ kind, text, isWrong: false })
    else setNote({ kind: usage.kind, text: changed.problems[0]?.message ?? '', isWrong: true })
  }

  return (
    <>
      <KindButtons
        label="How usage is said"
        kinds={KINDS}
        value={usage.kind}
        onChoose={(kind) => void choose(kind)}
      />
      {note?.kind === usage.kind ? (
        <p className={styles.note} role="status" data-wrong={note.isWrong || undefined}>
          {note.text}
        </p>
      ) : null}
      <OfKind account={account} usage={usage} />
      {usage.kind === 'streams' ? null : <AccountWeekdays profile={usage.weekdays} />}
      {usageEvents.kept === 0 ? null : (
        <p className={styles.events}>
          {plural(usageEvents.kept, 'usage event')} {usageEvents.kept === 1 ? 'is' : 'are'} kept with the
          scenario and {usageEvents.kept === 1 ? 'comes' : 'come'} on top of this.
        </p>
      )}
    </>
  )
}

function OfKind({ account, usage }: { readonly account: WindowAccount; readonly usage: ModelledUsage }) {
  switch (usage.kind) {
    case 'pattern':
      return <FigureUsage account={account} />
    case 'series':
      return <SeriesUsage account={account} credits={usage.credits} />
    case 'streams':
      return <StreamUsage account={account} streams={usage.streams} />
  }
}
