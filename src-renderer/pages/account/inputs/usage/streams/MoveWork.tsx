import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import type { UsageStream } from '#shared/usage.ts'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import type { ModelChoice } from '#renderer/finding/models.ts'
import { moveInWords } from '#renderer/finding/move-in-words.ts'
import { withoutEventsInWords } from '#renderer/finding/trial-in-words.ts'
import { percent } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { moveWork } from '#renderer/state/move-work.ts'
import { otherModels, usedIn } from './moves.ts'
import styles from './streams.module.css'

interface OfMove {
  readonly account: WindowAccount
  readonly streams: readonly UsageStream[]
  readonly choices: readonly ModelChoice[]
}

/** So much of one model's work on another one: what it would cost, and to do it. It is only asked for while it is open. */
export function MoveWork(of: OfMove) {
  const [opened, setOpened] = useState(false)
  const body = useId()
  return (
    <div className={styles.part}>
      <button
        type="button"
        className={styles.disclose}
        aria-expanded={opened}
        aria-controls={body}
        onClick={() => setOpened(!opened)}
      >
        <IconChevronRight size={12} aria-hidden /> Move work to another model
      </button>
      <div id={body} hidden={!opened}>
        {opened ? <Lever {...of} /> : null}
      </div>
    </div>
  )
}

function Lever({ account, streams, choices }: OfMove) {
  const [share, setShare] = useState(30)
  const [fromKey, setFrom] = useState('')
  const [toKey, setTo] = useState('')
  const sources = useMemo(
    () => usedIn(streams, choices).filter((used) => otherModels(used, choices).length > 0),
    [streams, choices],
  )
  const from = sources.find(({ key }) => key === fromKey) ?? sources[0]
  if (!from) return <p className={styles.empty}>No product that is used has another model on this plan.</p>
  const targets = otherModels(from, choices)
  const to = targets.find(({ key }) => key === toKey) ?? targets[0]
  return (
    <div className={styles.move}>
      <div className={styles.moveLine}>
        <span aria-hidden>From</span>
        <CellSelect label="Work of" value={from.key} choices={named(sources)} onChange={setFrom} />
        <span aria-hidden>To</span>
        <CellSelect label="Moves to" value={to?.key ?? ''} choices={named(targets)} onChange={setTo} />
      </div>
      <NumberField
        label="Share that moves"
        value={share}
        onChange={setShare}
        min={0}
        max={100}
        decimals={2}
        unit="%"
      />
      {to ? <Outcome account={account} from={from} to={to} share={String(share)} /> : null}
    </div>
  )
}

const named = (choices: readonly ModelChoice[]) =>
  choices.map(({ key, name, burns }) => ({ value: key, label: burns === '' ? name : `${name} (${burns})` }))

function Outcome({
  account,
  from,
  to,
  share,
}: {
  readonly account: WindowAccount
  readonly from: ModelChoice
  readonly to: ModelChoice
  readonly share: string
}) {
  const { product, model } = from
  const move = { product, from: model, to: to.model, share }
  const [failed, setFailed] = useState<string | null>(null)
  const label = `Move ${percent(share)} of ${from.name} to ${to.model}`
  const { value, refused } = useAnswer('analysis.variants', {
    scenario: { ...account, usageEvents: [] },
    variants: [{ name: 'As it is' }, { name: label, modelMix: [move] }],
  })
  const told = refused[0]?.message ?? (value ? moveInWords(value, account.months) : 'Working it out…')
  // The answer to another share or model stays until this one is there, and is told apart.
  const isNewest = value?.[1]?.name === label || refused.length > 0

  async function make(): Promise<void> {
    const moved = await moveWork(move, label)
    setFailed(moved.ok ? null : (moved.problems[0]?.message ?? null))
  }

  return (
    <>
      <p
        className={styles.outcome}
        role="status"
        data-stale={!isNewest || undefined}
        data-wrong={refused.length > 0 || failed !== null || undefined}
      >
        {failed ?? told} {withoutEventsInWords(account.usageEvents.kept)}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-xs" disabled={share === '0'} onClick={() => void make()}>
          Move {percent(share)}
        </Button>
      </div>
    </>
  )
}
