import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Explanation, Reference } from '#shared/explanation.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { creditsMoved } from '#renderer/finding/movement-in-words.ts'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { credits, day, money } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { endWhy, goBackInWhy, useWhy } from '#renderer/state/why.ts'
import styles from './why.module.css'

/** Of a long list only so much is told here; the ledger has all of it. */
const MOST_MOVEMENTS = 12

function Arithmetic({
  explanation,
  currency,
}: {
  readonly explanation: Explanation
  readonly currency: string
}) {
  if (explanation.steps.length === 0) return null
  return (
    <table className={styles.steps}>
      <caption className="visually-hidden">How it comes about</caption>
      <tbody>
        {explanation.steps.map(({ text, amount, unit }, index) => (
          <tr key={`${String(index)} ${text}`}>
            <th scope="row">{text}</th>
            <td>{unit === 'money' ? money(amount, currency) : credits(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Movements({ explanation }: { readonly explanation: Explanation }) {
  const { grants } = explanation
  if (grants.length === 0) return null
  const shown = grants.slice(0, MOST_MOVEMENTS)
  return (
    <>
      <h3>Credits it rests on</h3>
      <ul className={styles.movements}>
        {shown.map((entry, index) => (
          <li key={`${String(index)} ${entry.at} ${entry.reference}`}>
            <span>{instant(entry.at)}</span> <span>{creditsMoved(entry)}</span> <b>{credits(entry.amount)}</b>
          </li>
        ))}
      </ul>
      {shown.length === grants.length ? null : (
        <p className={styles.more}>
          The first {credits(shown.length)} of {credits(grants.length)} movements; the ledger has them all.
        </p>
      )}
    </>
  )
}

function Sources({ explanation }: { readonly explanation: Explanation }) {
  if (explanation.sources.length === 0) return null
  return (
    <>
      <h3>Where the rate is from</h3>
      <ul className={styles.sources}>
        {explanation.sources.map(({ title, address, date, basis }) => (
          <li key={`${title} ${date}`}>
            {address === undefined ? (
              title
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            <span>
              {basis}, {day(date)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Explained({
  opened,
  account,
  reference,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
  readonly reference: Reference
}) {
  const { value, refused } = useAnswer('results.explain', { id: opened.id, account, reference })
  if (refused.length > 0) return <p role="status">{refused[0]?.message}</p>
  if (value === undefined) return null
  return (
    <>
      <h2>{value.title}</h2>
      <p className={styles.rule}>{value.rule}</p>
      <Arithmetic explanation={value} currency={opened.currency} />
      {value.usageRule === undefined ? null : <p className={styles.rule}>{value.usageRule}</p>}
      <Movements explanation={value} />
      <Sources explanation={value} />
    </>
  )
}

/** Why a figure of the result is what it is: its rule, its arithmetic, and where its rate is from. */
export function WhyPanel({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
}) {
  const asked = useWhy((why) => why.asked)
  const reference = asked.at(-1)
  const before = asked.at(-2)
  return reference === undefined ? null : (
    <Asked opened={opened} account={account} reference={reference} before={before} />
  )
}

function Asked({
  opened,
  account,
  reference,
  before,
}: {
  readonly opened: ResultSummary
  readonly account: string | null
  readonly reference: Reference
  readonly before: Reference | undefined
}) {
  const panel = useRef<HTMLElement>(null)
  const [asker] = useState(() => document.activeElement)
  const heir = useCallback(
    () => (asker instanceof HTMLElement && asker.isConnected ? asker : theScreen()),
    [asker],
  )
  useHandBack(panel, heir)
  useEffect(() => panel.current?.focus(), [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label="Why"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        endWhy()
      }}
    >
      <div className={styles.bar}>
        {before === undefined ? (
          <span className={styles.kicker}>Why?</span>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconArrowLeft size={14} />}
            onClick={goBackInWhy}
          >
            Back to {referenceInWords(before)}
          </Button>
        )}
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={endWhy}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      <Explained opened={opened} account={account} reference={reference} />
    </aside>
  )
}
