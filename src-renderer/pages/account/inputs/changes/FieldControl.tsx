import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { AccountChange } from '#shared/account.ts'
import type { Choice } from '#renderer/finding/change-ground.ts'
import { DecimalField } from '#renderer/fields/DecimalField.tsx'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { Toggle } from '#renderer/fields/Toggle.tsx'
import type { ChangeField, ChoiceField, PickField, TextField } from './change-field.ts'
import styles from './changes.module.css'

/** What is known of the change that a field belongs to. */
interface OfForm {
  /** Which form it is: what was refused in one is not in the next. */
  readonly of: string
  readonly problem: string | undefined
  readonly onChange: (change: AccountChange) => void
}

const MOST_COUNTED = 100_000

/** The control of one field of a change. */
export function FieldControl({ field, of, problem, onChange }: OfForm & { readonly field: ChangeField }) {
  switch (field.control) {
    case 'pick':
      return <Picker field={field} problem={problem} onChange={onChange} />
    case 'choice':
      return <Choices field={field} problem={problem} onChange={onChange} />
    case 'text':
      return <Text field={field} problem={problem} onChange={onChange} />
    case 'count':
      return (
        <NumberField
          label={field.label}
          value={field.value}
          min={field.min}
          max={MOST_COUNTED}
          problem={problem}
          onChange={(count) => onChange(field.put(count))}
        />
      )
    case 'amount':
      return (
        <DecimalField
          label={field.label}
          value={field.value}
          of={of}
          unit={field.unit}
          width={172}
          problem={problem}
          {...(field.none === undefined ? {} : { none: field.none })}
          onChange={(amount) => onChange(field.put(amount))}
        />
      )
    case 'toggle':
      return (
        <>
          <Toggle
            label={field.label}
            hint={field.hint}
            checked={field.value}
            onChange={(on) => onChange(field.put(on))}
          />
          <Told problem={problem} />
        </>
      )
  }
}

type Of<F> = Omit<OfForm, 'of'> & { readonly field: F }

const Told = ({ problem, id }: { readonly problem: string | undefined; readonly id?: string }) => (
  <p id={id} className={styles.told} aria-live="polite">
    {problem}
  </p>
)

/** What is chosen is offered, too, where it is there no more: it stands in the field as it does in the change. */
const withChosen = (among: readonly Choice[], value: string): readonly Choice[] =>
  value === '' || among.some((choice) => choice.value === value)
    ? among
    : [...among, { value, label: value, note: 'not there any more' }]

function Picker({ field, problem, onChange }: Of<PickField>) {
  const id = useId()
  const choices = withChosen(field.among, field.value)
  // An empty value is a choice like others, which the control takes for none.
  const coded = (value: string) => `=${value}`
  const notes = new Map(choices.map(({ value, note }) => [coded(value), note]))
  return (
    <div>
      <div className={styles.line}>
        <label htmlFor={id}>{field.label}</label>
        <Select
          id={id}
          w={172}
          data={choices.map(({ value, label }) => ({ value: coded(value), label }))}
          value={coded(field.value)}
          onChange={(picked) => {
            const choice = choices.find(({ value }) => coded(value) === picked)
            if (choice) onChange(field.put(choice.value))
          }}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          nothingFoundMessage="Nothing is called that."
          limit={200}
          maxDropdownHeight={280}
          checkIconPosition="right"
          error={problem !== undefined}
          attributes={{ input: { 'aria-describedby': `${id}-told` } }}
          comboboxProps={{
            width: 240,
            position: 'bottom-end',
            withinPortal: false,
            floatingStrategy: 'fixed',
          }}
          renderOption={({ option }) => (
            <span className={styles.option}>
              <span>{option.label}</span>
              <small>{notes.get(option.value)}</small>
            </span>
          )}
        />
      </div>
      <Told id={`${id}-told`} problem={problem} />
    </div>
  )
}

function Choices({ field, problem, onChange }: Of<ChoiceField>) {
  return (
    <div>
      <div className={styles.line}>
        <span aria-hidden>{field.label}</span>
        <SegmentedControl
          aria-label={field.label}
          fullWidth={false}
          data={field.among.map(({ value, label }) => ({ value, label }))}
          value={field.value}
          onChange={(value) => onChange(field.put(value))}
        />
      </div>
      <Told problem={problem} />
    </div>
  )
}

function Text({ field, problem, onChange }: Of<TextField>) {
  const id = useId()
  return (
    <div>
      <div className={styles.line}>
        <label htmlFor={id}>{field.label}</label>
        <TextInput
          id={id}
          w={172}
          value={field.value}
          autoComplete="off"
          error={problem !== undefined}
          attributes={{ input: { 'aria-describedby': `${id}-told` } }}
          onChange={(event) => onChange(field.put(event.currentTarget.value))}
        />
      </div>
      <Told id={`${id}-told`} problem={problem} />
    </div>
  )
}
