import type { AccountChange } from '#shared/account.ts'
import type { Variant } from '#shared/variant.ts'
import { changeNames } from '#renderer/finding/change-ground.ts'
import { changeInWords } from '#renderer/finding/change-in-words.ts'
import { listed } from '#renderer/finding/counted.ts'
import { day, plural } from '#renderer/format/figures.ts'
import { dateIn } from '#renderer/format/days.ts'
import { useResults } from '#renderer/state/results.ts'
import type { OfVariant } from './of-variant.ts'
import { setAxis } from './variant-edits.ts'
import styles from './variants.module.css'

type Told = (value: AccountChange) => string

/** Names that a line holds. */
const MOST_NAMED = 5

const firstOf = (names: readonly string[], what: string): string =>
  names.length > MOST_NAMED ? plural(names.length, what) : listed(names)

/** The axes that are set as a whole, each in words where the variant has it. */
const OTHERS: {
  readonly [K in 'start' | 'seats' | 'changes' | 'addedChanges' | 'grants' | 'prepaid']: (
    value: NonNullable<Variant[K]>,
    told: Told,
  ) => string
} = {
  start: (start) => `Starts on ${day(start)}`,
  seats: (seats) => {
    const full = seats.flatMap(({ member, seat }) => (seat === 'full' ? [member] : []))
    const basic = seats.flatMap(({ member, seat }) => (seat === 'basic' ? [member] : []))
    const parts = [
      ...(full.length === 0 ? [] : [`${firstOf(full, 'member')} on Full seats`]),
      ...(basic.length === 0 ? [] : [`${firstOf(basic, 'member')} on Basic seats`]),
    ]
    return parts.length === 0 ? 'Seats as they are' : parts.join(', ')
  },
  changes: (changes, told) =>
    changes.length === 0
      ? 'Without the dated changes'
      : `Instead of the dated changes: ${changes.map(told).join('; ')}`,
  addedChanges: (changes, told) => `Besides: ${changes.map(told).join('; ')}`,
  grants: (grants) =>
    grants.length === 0
      ? 'Without grants'
      : `Grants of its own: ${firstOf(
          grants.map(({ id }) => id),
          'grant',
        )}`,
  prepaid: ({ kind }) => (kind === 'asUsed' ? 'Prepaid as it is used' : 'A prepaid balance of its own'),
}

const AXES = ['start', 'seats', 'changes', 'addedChanges', 'grants', 'prepaid'] as const

/** What else a variant does otherwise: each can be left as in the account again. */
export function OtherAxes({ at, variant, account }: OfVariant) {
  const catalog = useResults((results) => results.catalog)
  const names = changeNames({ account, catalog })
  const told: Told = (made) => `${changeInWords(made, names)} on ${day(dateIn(made.on))}`
  const lines = AXES.flatMap((axis) => {
    const line = lineOf(axis, variant, told)
    return line === null ? [] : [{ axis, line }]
  })
  if (lines.length === 0) return null
  return (
    <ul className={styles.others} aria-label="What else it does otherwise">
      {lines.map(({ axis, line }) => (
        <li key={axis}>
          <span>{line}</span>
          <button type="button" className={styles.link} onClick={() => setAxis(at, axis, undefined)}>
            as in the account
          </button>
        </li>
      ))}
    </ul>
  )
}

function lineOf<K extends keyof typeof OTHERS>(axis: K, variant: Variant, told: Told): string | null {
  const value = variant[axis]
  return value === undefined ? null : OTHERS[axis](value, told)
}
