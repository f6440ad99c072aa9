import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { UsagePattern, UsageStep } from '#shared/usage.ts'
import { CellNumber } from '#renderer/fields/CellNumber.tsx'
import { LAST_MONTH, MOST_TIMES, roomOf, withOneMore, withStep } from './step-places.ts'
import { StepTrack } from './StepTrack.tsx'
import styles from './steps.module.css'

interface OfSteps {
  readonly steps: readonly UsageStep[]
  readonly months: number
  /** What is wrong with a field of the pattern: `steps.0.month`. */
  readonly problemAt: (field: string) => string | undefined
  readonly onChange: (pattern: UsagePattern) => void
}

/** Steps of usage: from which month on, and how many times the usage; as a row each, and drawn. */
export function StepFields({ steps, months, problemAt, onChange }: OfSteps) {
  const change = useCallback(
    (changed: UsageStep[]) => onChange({ kind: 'steps', steps: changed }),
    [onChange],
  )
  const told = steps.flatMap(({ month }, place) => [
    ...(month > months
      ? [`Step ${String(place + 1)} comes after the last month: nothing of it is used.`]
      : []),
    ...['month', 'multiple'].flatMap((field) => problemAt(`steps.${String(place)}.${field}`) ?? []),
  ])
  return (
    <div className={styles.steps}>
      <StepTrack steps={steps} months={months} onChange={change} />
      <div className={styles.rows} role="group" aria-label="Steps">
        {steps.map((step, place) => (
          <StepRow
            // A step has nothing but its place.
            key={place}
            step={step}
            name={`step ${String(place + 1)}`}
            room={roomOf(steps, place)}
            isOutside={step.month > months}
            isOnly={steps.length === 1}
            onChange={(changed) => change(withStep(steps, place, changed))}
            onRemove={() => change(steps.toSpliced(place, 1))}
          />
        ))}
      </div>
      {told.map((each) => (
        <p key={each} className={styles.told} role="alert">
          {each}
        </p>
      ))}
      <Button
        className={styles.add}
        variant="default"
        size="compact-xs"
        disabled={steps.at(-1)?.month === LAST_MONTH}
        onClick={() => change(withOneMore(steps))}
      >
        Add a step
      </Button>
    </div>
  )
}

function StepRow({
  step,
  name,
  room,
  isOutside,
  isOnly,
  onChange,
  onRemove,
}: {
  readonly step: UsageStep
  readonly name: string
  readonly room: { readonly min: number; readonly max: number }
  /** Whether it comes after the last month. */
  readonly isOutside: boolean
  readonly isOnly: boolean
  readonly onChange: (step: UsageStep) => void
  readonly onRemove: () => void
}) {
  return (
    <div className={styles.row}>
      <span aria-hidden>From month</span>
      <span className={styles.month}>
        <CellNumber
          label={`Month of ${name}`}
          value={step.month}
          {...room}
          isWrong={isOutside}
          onChange={(month) => onChange({ ...step, month })}
        />
      </span>
      <span className={styles.times}>
        <CellNumber
          label={`Times the usage of ${name}`}
          value={Number(step.multiple)}
          min={0}
          max={MOST_TIMES}
          decimals={6}
          unit="×"
          onChange={(multiple) => onChange({ ...step, multiple: String(multiple) })}
        />
      </span>
      <span className={styles.unit} aria-hidden>
        ×
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`Remove ${name}`}
        disabled={isOnly}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
