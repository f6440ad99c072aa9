import { useCallback } from 'react'
import type { CustomGrant, Recurrence } from '#shared/grants.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellDate } from '#renderer/fields/CellDate.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import type { FigureRule } from '#renderer/fields/figure-rule.ts'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { plural } from '#renderer/format/figures.ts'
import { addGrant, changeGrant, removeGrant } from '#renderer/state/account-edits/funds.ts'
import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { Fold } from '../Fold.tsx'
import styles from '../inputs.module.css'
import { useWrong, type Wrong } from '../use-wrong.ts'
import { AddButton } from './TaxTable.tsx'

const SOURCES = [
  { value: 'gift', label: 'gift' },
  { value: 'pack', label: 'pack' },
]
const ONCE = 'once'
const REFILLS = [
  { value: ONCE, label: 'once' },
  { value: 'day', label: 'refilled by days' },
  { value: 'week', label: 'refilled by weeks' },
  { value: 'month', label: 'refilled by months' },
  { value: 'year', label: 'refilled by years' },
]

const isUnit = (text: string): text is Recurrence['unit'] =>
  text === 'day' || text === 'week' || text === 'month' || text === 'year'

const EVERY: FigureRule = { min: 1, max: 9999, decimals: 0 }
const PRIORITY = /^-?\d{1,3}$/

const NO_NAME = 'It keeps its name: it needs one.'
const NO_DAY = 'It keeps its first day: it needs one.'
const NO_PRIORITY = 'It keeps its priority, which is a whole number from -999 to 999.'

type Change = (what: string, change: Partial<CustomGrant>) => void

function Refill({
  grant,
  wrong: { say },
  onChange,
}: {
  readonly grant: CustomGrant
  readonly wrong: Wrong
  readonly onChange: Change
}) {
  const sayEvery = useCallback((message: string | null) => say('every', message), [say])
  const { id, recurrence } = grant
  return (
    <>
      <CellSelect
        label={`Whether ${id} is refilled`}
        value={recurrence?.unit ?? ONCE}
        choices={REFILLS}
        onChange={(unit) =>
          onChange('refill', {
            recurrence: isUnit(unit) ? { ...recurrence, every: recurrence?.every ?? 1, unit } : undefined,
          })
        }
      />
      {recurrence === undefined ? null : (
        <CellAmount
          label={`Every so many ${recurrence.unit}s`}
          value={String(recurrence.every)}
          none="1"
          of={id}
          rule={EVERY}
          isNeeded
          onWrong={sayEvery}
          onChange={(text) => {
            if (text !== null) onChange('refill', { recurrence: { ...recurrence, every: Number(text) } })
          }}
        />
      )}
    </>
  )
}

/** What is left of it when a billing period starts: as it is, or held between two amounts. */
function Clamp({ grant, onChange }: { readonly grant: CustomGrant; readonly onChange: Change }) {
  const { id, rollover } = grant
  const clamp = (min: string | null, max: string | null) =>
    onChange('rollover', {
      rollover: min === null && max === null ? undefined : { min: min ?? '0', max },
    })
  const min = rollover === undefined || rollover.min === '0' ? null : rollover.min
  const max = rollover?.max ?? null
  return (
    <>
      <CellAmount
        label={`At least on hand of ${id} when a period starts`}
        value={min}
        none="no minimum"
        of={id}
        onChange={(text) => clamp(text, max)}
      />
      <CellAmount
        label={`At most on hand of ${id} when a period starts`}
        value={max}
        none="no maximum"
        of={id}
        onChange={(text) => clamp(min, text)}
      />
    </>
  )
}

function GrantCard({ grant, place }: { readonly grant: CustomGrant; readonly place: number }) {
  const refused = useAccountRun((run) => run.refused)
  const problems = refused.filter((problem) => isBelow(problem.path, `grants.${String(place)}`))
  const { id, source, amount, start, expires, priority } = grant
  const wrong = useWrong()
  const { say } = wrong
  const sayCredits = useCallback((message: string | null) => say('credits', message), [say])
  const change: Change = (what, changed) =>
    editAccount(
      `Change the ${what} of ${id}`,
      (account) => changeGrant(account, place, changed),
      `grants ${String(place)} ${what}`,
    )
  return (
    <div className={styles.card} role="group" aria-label={id}>
      <div className={styles.line}>
        <CellText
          label={`Name of ${id}`}
          value={id}
          isWrong={wrong.isWrong('name')}
          onChange={(typed) => {
            say('name', typed === '' ? NO_NAME : null)
            if (typed !== '') change('name', { id: typed })
          }}
        />
        <CellAmount
          label={`Credits of ${id}`}
          value={amount}
          none="1"
          of={String(place)}
          isNeeded
          onWrong={sayCredits}
          onChange={(text) => {
            if (text !== null) change('credits', { amount: text })
          }}
        />
        <CellSelect
          label={`What ${id} is`}
          value={source}
          choices={SOURCES}
          onChange={(value) => change('kind', { source: value === 'pack' ? 'pack' : 'gift' })}
        />
        <RemoveButton
          label={`Remove ${id}`}
          onRemove={() => editAccount(`Remove ${id}`, (account) => removeGrant(account, place))}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.hint}>from</span>
        <CellDate
          label={`First day of ${id}`}
          value={start.slice(0, 10)}
          isWrong={wrong.isWrong('first day')}
          onChange={(date) => {
            say('first day', date === null ? NO_DAY : null)
            if (date !== null) change('first day', { start: date })
          }}
        />
        <span className={styles.hint}>to before</span>
        <CellDate
          label={`Day on which ${id} expires`}
          value={expires?.slice(0, 10) ?? null}
          onChange={(date) => change('expiry', { expires: date ?? undefined })}
        />
      </div>
      <div className={styles.line}>
        <Refill grant={grant} wrong={wrong} onChange={change} />
        <span className={styles.hint}>priority</span>
        <CellText
          label={`Priority of ${id}; lower is used first where the burn order asks for it`}
          value={String(priority)}
          isWrong={wrong.isWrong('priority')}
          onChange={(typed) => {
            say('priority', PRIORITY.test(typed) ? null : NO_PRIORITY)
            if (PRIORITY.test(typed)) change('priority', { priority: Number(typed) })
          }}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.hint}>when a period starts</span>
        <Clamp grant={grant} onChange={change} />
      </div>
      {problems.length + wrong.messages.length === 0 ? null : (
        <p className={styles.told} role="alert">
          {[...wrong.messages, ...problems.map(({ message }) => message)].join(' ')}
        </p>
      )}
    </div>
  )
}

/** Credits that do not come with the subscription. */
export const GrantFields = ({ account }: { readonly account: WindowAccount }) => (
  <Fold
    title="Other credits"
    summary={account.grants.length === 0 ? 'none' : plural(account.grants.length, 'grant')}
  >
    <p className={styles.hint}>
      Gifts and credits from elsewhere, beside what the plan grants. Packs of the catalogue are bought by a
      dated change.
    </p>
    {account.grants.map((grant, place) => (
      <GrantCard key={String(place)} grant={grant} place={place} />
    ))}
    <AddButton label="Add credits" onAdd={() => editAccount('Add credits', addGrant)} />
  </Fold>
)
