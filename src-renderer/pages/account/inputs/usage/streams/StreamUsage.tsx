import { Button } from '@mantine/core'
import { IconClipboardText, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { UsageStream } from '#shared/usage.ts'
import { modelChoices, modelKey } from '#renderer/finding/models.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { usualUse } from '#renderer/state/used-as.ts'
import { AverageLine } from '../AverageLine.tsx'
import { UsageProblems } from '../UsageProblems.tsx'
import { MoveWork } from './MoveWork.tsx'
import { PasteStreams } from './PasteStreams.tsx'
import { add } from './stream-edits.ts'
import { StreamTable } from './StreamTable.tsx'
import styles from './streams.module.css'

/** Usage by product and model, each in its own unit: what it burns is the engine's. */
export function StreamUsage({
  account,
  streams,
}: {
  readonly account: WindowAccount
  readonly streams: readonly UsageStream[]
}) {
  const catalog = useResults((results) => results.catalog)
  const { plan } = account
  const choices = useMemo(() => modelChoices(catalog, plan), [catalog, plan])
  const [goTo, setGoTo] = useState<{ readonly row: number } | null>(null)
  const [pasting, setPasting] = useState(false)

  function addOne(): void {
    const last = streams.at(-1)
    const as = last ?? usualUse(account, catalog)
    if (!as) return
    const key = modelKey(as.product, as.model)
    add(as, choices.find((choice) => choice.key === key)?.name ?? as.product)
    setGoTo({ row: streams.length })
  }

  return (
    <div className={styles.usage}>
      <div className={styles.tools} role="toolbar" aria-label="Usage by product">
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          disabled={!catalog}
          onClick={addOne}
        >
          Add a product
        </Button>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconClipboardText size={13} />}
          disabled={!catalog}
          onClick={() => setPasting(true)}
        >
          Paste usage
        </Button>
      </div>
      {streams.length === 0 ? (
        <p className={styles.empty}>Nothing is used. Add a row for each product and model, or paste them.</p>
      ) : (
        <StreamTable account={account} streams={streams} choices={choices} goTo={goTo} />
      )}
      <UsageProblems />
      {streams.length === 0 ? null : <AverageLine account={account} />}
      {streams.length === 0 ? null : <MoveWork account={account} streams={streams} choices={choices} />}
      <PasteStreams
        opened={pasting}
        account={account}
        choices={choices}
        onClose={() => setPasting(false)}
        onTaken={(replaced) => setGoTo({ row: replaced ? 0 : streams.length })}
      />
    </div>
  )
}
