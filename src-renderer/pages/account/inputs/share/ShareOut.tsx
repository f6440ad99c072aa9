import { Button, Popover, SegmentedControl } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Share, ShareOutInput } from '#shared/share-out.ts'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { shareOut } from '#renderer/state/share-out.ts'
import { plainUse } from '#renderer/state/used-as.ts'
import { sharedInWords } from './share-in-words.ts'
import styles from './share.module.css'

/** Those who get as many parts as one another. */
export interface Sharers {
  readonly id: string
  /** How many parts each of them gets until another number is typed. */
  readonly parts: number
  /** `Full`, `US`. */
  readonly name: string
  readonly of: readonly Pick<Share, 'id' | 'workspace'>[]
}

interface OfSharing {
  readonly account: WindowAccount
  readonly among: ShareOutInput['among']
  readonly sharers: readonly Sharers[]
  /** How parts are chosen where they are not the same: `By seat`. */
  readonly unevenly: string
  readonly onShared?: (said: string) => void
}

const MOST_PARTS = 1_000_000

/** Shares the usage of the account out: evenly, or by parts that are typed. */
export function ShareOut({ disabled = false, ...of }: OfSharing & { readonly disabled?: boolean }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          disabled={disabled}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          Share out usage
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Share out usage">
        {opened ? <ShareForm {...of} onClose={() => setOpened(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function ShareForm({
  account,
  among,
  sharers,
  unevenly,
  onShared,
  onClose,
}: OfSharing & { readonly onClose: () => void }) {
  const [isEven, setIsEven] = useState(true)
  const [parts, setParts] = useState<ReadonlyMap<string, number>>(new Map())
  const [wrong, setWrong] = useState<string | null>(null)
  const catalog = useResults((results) => results.catalog)
  const partsOf = (id: string) => parts.get(id) ?? sharers.find((each) => each.id === id)?.parts ?? 1

  async function share(event: FormEvent): Promise<void> {
    event.preventDefault()
    event.stopPropagation()
    const shares = sharers.flatMap(({ id, of }) =>
      of.map((one): Share => ({ ...one, parts: isEven ? 1 : partsOf(id) })),
    )
    const told = sharedInWords(account.usage.kind, among, shares.length)
    const shared = await shareOut(among, shares, plainUse(catalog, account.plan), told.label)
    if (!shared.ok) return setWrong(shared.problems[0]?.message ?? '')
    onClose()
    onShared?.(told.done)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void share(event)}>
      <SegmentedControl
        aria-label="How usage is shared out"
        data={[
          { value: 'evenly', label: 'Evenly' },
          { value: 'parts', label: unevenly },
        ]}
        value={isEven ? 'evenly' : 'parts'}
        onChange={(way) => setIsEven(way === 'evenly')}
      />
      {isEven ? null : (
        <div className={styles.parts}>
          {sharers.map(({ id, name }) => (
            <NumberField
              key={id}
              label={name}
              value={partsOf(id)}
              min={0}
              max={MOST_PARTS}
              onChange={(next) => setParts(new Map(parts).set(id, next))}
            />
          ))}
          <p className={styles.note}>
            {among === 'members'
              ? 'Parts for each person: 3 and 1 give a Full seat three times as much as a Basic one.'
              : 'Parts of the whole: 50, 30 and 20 are as many percent.'}
          </p>
        </div>
      )}
      <p
        className={styles.note}
        data-wrong={wrong !== null || undefined}
        role={wrong === null ? undefined : 'alert'}
      >
        {wrong ??
          (among === 'members'
            ? 'The parts add up to the usage of the account, and move from month to month as it does. What API keys use stays theirs.'
            : 'The parts add up to the usage that no person and no API key is named for.')}
      </p>
      <Button type="submit" size="compact-sm" data-autofocus>
        Share out
      </Button>
    </form>
  )
}
