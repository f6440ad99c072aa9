import { type ReactNode, useId } from 'react'
import { Toggle } from '#renderer/fields/Toggle.tsx'
import type { Usable } from '#renderer/state/used-as.ts'
import { plainWord } from './people-words.ts'
import type { AskedSeat, AskedWord } from './read-people.ts'
import type { Pasting } from './use-paste.ts'
import styles from './paste.module.css'

/** What only a person knows of a list. */
export function PasteChoices({
  pasting,
  usables,
  hasWorkspaces,
  setsUsageAsAWhole,
}: {
  readonly pasting: Pasting
  readonly usables: readonly Usable[]
  /** The vendor has workspaces, which can be made. */
  readonly hasWorkspaces: boolean
  /** The usage of the account is one figure, which that of the people would replace. */
  readonly setsUsageAsAWhole: boolean
}) {
  const { meanings, read, seats } = pasting
  return (
    <div className={styles.choices}>
      <Toggle
        label="The first row is a heading"
        hint="It says what the columns are; nobody is added for it."
        checked={pasting.hasHead}
        onChange={pasting.setHasHead}
      />
      {meanings.includes('team') ? (
        <Toggle
          label="Teams become billing groups"
          hint="With no limit; people join theirs beside those they are in."
          checked={pasting.teams}
          onChange={pasting.setTeams}
        />
      ) : null}
      {hasWorkspaces && read.newWorkspaces.length > 0 ? (
        <Toggle
          label={`${listed(read.newWorkspaces)} ${read.newWorkspaces.length === 1 ? 'becomes a workspace' : 'become workspaces'}`}
          hint="The account has none of this name yet. Off: who is in one is left out."
          checked={pasting.makesWorkspaces}
          onChange={pasting.setMakesWorkspaces}
        />
      ) : null}
      {read.seatless ? (
        <Choice
          label="Seat where none is said"
          value={pasting.seat}
          choices={[
            { value: 'basic', label: 'Basic' },
            { value: 'full', label: 'Full' },
          ]}
          onChange={(seat) => pasting.setSeat(seat === 'full' ? 'full' : 'basic')}
        />
      ) : null}
      {read.asked.map((asked) => (
        <Choice
          key={asked.word}
          label={`“${asked.word}” is`}
          value={seats.get(plainWord(asked.word)) ?? asked.likely ?? ''}
          choices={seatChoices(asked)}
          onChange={(seat) => pasting.setSeatOf(asked.word, askedSeat(seat))}
        />
      ))}
      {meanings.includes('usage') ? (
        <UsageOf pasting={pasting} usables={usables} setsUsageAsAWhole={setsUsageAsAWhole} />
      ) : null}
    </div>
  )
}

/** As many names as fit beside a switch. */
const MOST_NAMED = 4

const listed = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and others`
    : new Intl.ListFormat('en', { type: 'conjunction' }).format(names)

const seatChoices = ({ likely }: AskedWord) => [
  ...(likely === null ? [{ value: '', label: 'Choose…' }] : []),
  { value: 'full', label: 'a Full seat' },
  { value: 'basic', label: 'a Basic seat' },
  { value: 'none', label: 'no seat: leave out' },
]

function askedSeat(text: string): AskedSeat {
  if (text === 'full' || text === 'basic') return text
  return 'none'
}

function UsageOf({
  pasting,
  usables,
  setsUsageAsAWhole,
}: {
  readonly pasting: Pasting
  readonly usables: readonly Usable[]
  readonly setsUsageAsAWhole: boolean
}) {
  const [first] = usables
  if (!first) return <p className={styles.told}>The catalogue has no price for usage by person.</p>
  return (
    <Choice
      label="Usage is"
      hint={
        setsUsageAsAWhole
          ? 'The usage of the account, now set as a whole, becomes that of these people.'
          : 'Of whoever uses nothing yet; others keep what they use.'
      }
      value={pasting.usable ?? first.key}
      choices={usables.map(({ key, name, unit }) => ({ value: key, label: `${name}: ${unit}s` }))}
      onChange={pasting.setUsable}
    />
  )
}

function Choice({
  label,
  hint,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div>
      <div className={styles.choice}>
        <label htmlFor={id}>{label}</label>
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
