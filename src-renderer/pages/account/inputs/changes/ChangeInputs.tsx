import { useCallback, useMemo, useState } from 'react'
import type { AccountChange } from '#shared/account.ts'
import { type ChangeGround, changeNames, goneIn } from '#renderer/finding/change-ground.ts'
import { type ChangeKind, changeInWords } from '#renderer/finding/change-in-words.ts'
import { dateIn, monthsLater } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import { useAccountRun } from '#renderer/state/account-run.ts'
import {
  addChange,
  type KeyedChange,
  keyedChanges,
  moveChange,
  placeOf,
  removeChange,
  replaceChange,
} from '#renderer/state/change-edits.ts'
import { editAccount, useAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { theAddButton } from './add-button.ts'
import { AddChange } from './AddChange.tsx'
import { withinRun } from './axis-span.ts'
import { ChangeAxis } from './ChangeAxis.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { firstOf } from './change-forms.ts'
import { ChangeList } from './ChangeList.tsx'
import styles from './changes.module.css'

/** What will happen to the account, and when. */
export function ChangeInputs() {
  const account = useAccount()
  return account === null ? null : <Changes account={account} />
}

/** A change that is being made: a new one, or one in the place of another. */
interface Making {
  readonly original: AccountChange | null
  readonly first: AccountChange
  /** Each time a form opens it is another one. */
  readonly id: number
}

const quoted = (words: string): string => `“${words}”`

function Changes({ account }: { readonly account: WindowAccount }) {
  const catalog = useResults((results) => results.catalog)
  const problems = useProblemsByChange()
  const [making, setMaking] = useState<Making | null>(null)
  const [wanted, setWanted] = useState<{ readonly key: string } | null>(null)
  const { changes } = account
  const ground = useMemo((): ChangeGround => ({ account, catalog }), [account, catalog])
  const names = useMemo(() => changeNames(ground), [ground])
  const rows = useMemo(() => keyedChanges(changes), [changes])

  // An undo may have taken away what the form is about.
  const original = making?.original ?? null
  const open = making && (original === null || placeOf(changes, original) >= 0) ? making : null
  const openKey = original === null ? null : (rows.find(({ change }) => change === original)?.key ?? null)

  const make = (first: AccountChange, of: AccountChange | null): void =>
    setMaking({ original: of, first, id: (making?.id ?? 0) + 1 })
  const add = (kind: ChangeKind): void =>
    make(firstOf(kind, ground, withinRun(account, monthsLater(account.start, 1))), null)
  const edit = ({ change }: KeyedChange): void => make(change, change)
  function duplicate({ change }: KeyedChange): void {
    make({ ...change, on: withinRun(account, monthsLater(dateIn(change.on), 1)) }, null)
  }
  function remove({ change }: KeyedChange): void {
    if (original === change) setMaking(null)
    editAccount(`Delete ${quoted(changeInWords(change, names))}`, (now) => removeChange(now, change))
  }
  function move({ change, key }: KeyedChange, date: string): void {
    const label = `Move ${quoted(changeInWords(change, names))} to ${day(date)}`
    editAccount(label, (now) => moveChange(now, change, date), `move ${key}`)
  }
  function done(change: AccountChange): void {
    const words = `${quoted(changeInWords(change, names))} on ${day(dateIn(change.on))}`
    const before = original
    if (before === null) editAccount(`Add ${words}`, (now) => addChange(now, change))
    else {
      const label = `Change ${quoted(changeInWords(before, names))} to ${words}`
      editAccount(label, (now) => replaceChange(now, before, change))
    }
    setMaking(null)
    const added =
      before === null ? [...changes, change] : changes.map((old) => (old === before ? change : old))
    const key = keyedChanges(added).find((row) => row.change === change)?.key
    if (key !== undefined) setWanted({ key })
  }
  function cancel(): void {
    setMaking(null)
    if (openKey === null) theAddButton()?.focus()
    else setWanted({ key: openKey })
  }
  function show(marks: readonly KeyedChange[]): void {
    const [only] = marks
    if (only && marks.length === 1) edit(only)
    else if (only) setWanted({ key: only.key })
  }
  const wordsOf = useCallback(({ change }: KeyedChange) => changeInWords(change, names), [names])

  return (
    <div className={styles.changes}>
      <ChangeAxis run={account} changes={rows} names={names} onMove={move} onRemove={remove} onOpen={show} />
      <div className={styles.tools}>
        <AddChange ground={ground} onPick={add} />
      </div>
      {open === null ? null : (
        <ChangeForm
          key={open.id}
          account={account}
          catalog={catalog}
          original={open.original}
          first={open.first}
          onDone={done}
          onCancel={cancel}
        />
      )}
      {rows.length === 0 ? (
        <p className={styles.none}>
          Nothing changes while the scenario runs. Upgrades, seats, people, limits and money can each have a
          date.
        </p>
      ) : (
        <ChangeList
          rows={rows}
          wordsOf={wordsOf}
          problemOf={({ change, index }) =>
            problems.get(`changes.${String(index)}`) ?? goneIn(change, ground) ?? undefined
          }
          open={open === null ? null : openKey}
          wanted={wanted}
          onEdit={edit}
          onDuplicate={duplicate}
          onRemove={remove}
        />
      )}
    </div>
  )
}

/** What the engine refuses of each change, by its path in the account. */
function useProblemsByChange(): ReadonlyMap<string, string> {
  const refused = useAccountRun((run) => run.refused)
  return useMemo(() => {
    const found = new Map<string, string>()
    for (const { path, message } of refused) {
      const [change] = /^changes\.\d+(?=\.|$)/.exec(path) ?? []
      if (change !== undefined && !found.has(change)) found.set(change, message)
    }
    return found
  }, [refused])
}
