import { Button } from '@mantine/core'
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { AccountChange } from '#shared/account.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import { type ChangeGround, changeNames, peopleBy } from '#renderer/finding/change-ground.ts'
import { DateField } from '#renderer/fields/DateField.tsx'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { TimeField } from '#renderer/fields/TimeField.tsx'
import { dateIn, laterBy, timeIn, whenOf } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import { placeOf, removeChange } from '#renderer/state/change-edits.ts'
import { trialInput, useTrial } from '#renderer/state/change-trial.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { endOf } from './axis-span.ts'
import type { ChangeField } from './change-field.ts'
import { effectOf, fieldsOf, nameOf, sourceOf } from './change-forms.ts'
import { FieldControl } from './FieldControl.tsx'
import { TrialReport } from './TrialReport.tsx'
import styles from './changes.module.css'

const NOBODY = ''

/** Who asks for a change: nobody named, or one of its people. */
function askingField(change: AccountChange, ground: ChangeGround): ChangeField {
  const { by: _by, ...rest } = change
  return {
    control: 'pick',
    label: 'Asked for by',
    path: 'by',
    among: [{ value: NOBODY, label: 'Nobody named' }, ...peopleBy(ground, change)],
    value: change.by ?? NOBODY,
    put: (by) => (by === NOBODY ? rest : { ...change, by }),
  }
}

/** One change as it is being made, tried by the engine while it is filled in; nothing is changed until it is added. */
export function ChangeForm({
  account,
  catalog,
  original,
  first,
  onDone,
  onCancel,
}: {
  readonly account: WindowAccount
  readonly catalog: Catalog | null
  /** The change it takes the place of; null where it is a new one. */
  readonly original: AccountChange | null
  /** As it stands in the form at first. */
  readonly first: AccountChange
  readonly onDone: (change: AccountChange) => void
  readonly onCancel: () => void
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [change, setChange] = useState(first)
  /** As it was when the field that has the focus got it. */
  const [entered, setEntered] = useState(first)
  /** What there is for it to be about: the account without what it takes the place of. */
  const ground = useMemo((): ChangeGround => {
    const without = original === null ? account : removeChange(account, original)
    return { account: without, catalog }
  }, [account, catalog, original])
  const names = changeNames(ground)
  const { trial, isNewest } = useTrial(account, original, change)

  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])

  const asking = askingField(change, ground)
  const fields = fieldsOf(change, ground)
  const tried = trialInput(account, original, change).with
  const place = `changes.${String(placeOf(tried.changes, change))}`
  const problemAt = (path: string): Problem | undefined =>
    trial?.refused.find((problem) => problem.path === `${place}.${path}`)
  const told = new Set(
    ['on', 'by', ...fields.map(({ path }) => path)].flatMap((path) => problemAt(path) ?? []),
  )
  const source = sourceOf(change, ground)
  const isRefused = trial?.change === change && (trial.refused.length > 0 || trial.unbilled.length > 0)
  const verb = original === null ? 'Add' : 'Apply'

  function submit(event: FormEvent): void {
    event.preventDefault()
    // What stands in a field and could not be read is not what would be added.
    const unread = form.current?.querySelector<HTMLElement>('input[data-own-undo]')
    if (unread) unread.focus()
    else onDone(change)
  }
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby={id}
      onSubmit={submit}
      onKeyDown={(event) => {
        // An open list of choices is closed first, and then what the field was changed to is taken back.
        const lists = form.current?.querySelector('[role=combobox][aria-expanded=true]')
        if (event.key !== 'Escape' || lists) return
        if (event.defaultPrevented || change !== entered) setChange(entered)
        else onCancel()
      }}
      onFocus={() => setEntered(change)}
      {...OWN_UNDO}
    >
      <h3 id={id}>{original === null ? `New: ${nameOf(change.kind)}` : nameOf(change.kind)}</h3>
      <p className={styles.effect}>
        {effectOf(change, ground)}
        {source === undefined ? null : (
          <small>
            {source.title}, {day(source.date)}
          </small>
        )}
      </p>
      <DateField
        label="On"
        value={dateIn(change.on)}
        from={account.start}
        to={laterBy(endOf(account), -1)}
        problem={problemAt('on')?.message}
        onChange={(date) => setChange({ ...change, on: whenOf(date, timeIn(change.on)) })}
      />
      {fields.map((field) => (
        <FieldControl
          key={field.path}
          field={field}
          of={id}
          problem={problemAt(field.path)?.message}
          onChange={setChange}
        />
      ))}
      <details className={styles.more} open={change.by !== undefined || timeIn(change.on) !== null}>
        <summary>Time of day, and who asks for it</summary>
        <TimeField
          label="At, in UTC"
          value={timeIn(change.on)}
          onChange={(time) => setChange({ ...change, on: whenOf(dateIn(change.on), time) })}
        />
        <FieldControl field={asking} of={id} problem={problemAt('by')?.message} onChange={setChange} />
      </details>
      <TrialReport
        trial={trial}
        isNewest={isNewest}
        names={names}
        months={account.months}
        events={account.usageEvents.kept}
        told={told}
      />
      <div className={styles.actions}>
        <Button type="submit" size="compact-sm">
          {isRefused ? `${verb} anyway` : verb}
        </Button>
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
