import { SegmentedControl } from '@mantine/core'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { Field } from '#renderer/fields/Field.tsx'
import { type PatternKind, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useProblem } from '#renderer/state/results.ts'
import { UsagePreview } from './UsagePreview.tsx'
import styles from './inputs.module.css'

const KINDS: { value: PatternKind; label: string }[] = [
  { value: 'flat', label: 'Flat' },
  { value: 'growth', label: 'Growth' },
  { value: 'seasonal', label: 'Season' },
  { value: 'spike', label: 'Spike' },
]

function Growth() {
  const growth = useInputs((inputs) => inputs.growth)
  return (
    <NumberField
      label="Growth a month"
      value={Number(growth.percent)}
      onChange={(percent) => setInputs({ growth: { ...growth, percent: String(percent) } })}
      min={0}
      max={100}
      decimals={2}
      unit="%"
      problem={useProblem('pattern.percent')}
    />
  )
}

function Seasonal() {
  const seasonal = useInputs((inputs) => inputs.seasonal)
  return (
    <>
      <NumberField
        label="Up and down by"
        value={Number(seasonal.amplitude)}
        onChange={(amplitude) => setInputs({ seasonal: { ...seasonal, amplitude: String(amplitude) } })}
        min={0}
        max={100}
        decimals={2}
        unit="%"
        problem={useProblem('pattern.amplitude')}
      />
      <NumberField
        label="Peak in month"
        value={seasonal.peakMonth}
        onChange={(peakMonth) => setInputs({ seasonal: { ...seasonal, peakMonth } })}
        min={1}
        max={12}
        problem={useProblem('pattern.peakMonth')}
      />
    </>
  )
}

function Spike() {
  const spike = useInputs((inputs) => inputs.spike)
  const months = useInputs((inputs) => inputs.months)
  return (
    <>
      <NumberField
        label="Spike in month"
        value={spike.month}
        onChange={(month) => setInputs({ spike: { ...spike, month } })}
        min={1}
        max={120}
        problem={
          useProblem('pattern.month') ??
          (spike.month > months
            ? `Not within the ${months === 1 ? 'month' : `${String(months)} months`} compared: no month has a spike.`
            : undefined)
        }
      />
      <NumberField
        label="Times the usage"
        value={Number(spike.multiple)}
        onChange={(multiple) => setInputs({ spike: { ...spike, multiple: String(multiple) } })}
        min={0}
        max={1000}
        decimals={2}
        unit="×"
        problem={useProblem('pattern.multiple')}
      />
    </>
  )
}

/** How usage moves from month to month. Its parameters have a place of their own, so that nothing jumps. */
export function PatternField() {
  const kind = useInputs((inputs) => inputs.patternKind)
  return (
    <Field label="Usage pattern">
      <SegmentedControl
        aria-label="Usage pattern"
        data={KINDS}
        value={kind}
        onChange={(patternKind) => setInputs({ patternKind })}
      />
      <UsagePreview />
      <div className={styles.parameters}>
        {kind === 'flat' ? <p className={styles.about}>The same usage every month.</p> : null}
        {kind === 'growth' ? <Growth /> : null}
        {kind === 'seasonal' ? <Seasonal /> : null}
        {kind === 'spike' ? <Spike /> : null}
      </div>
    </Field>
  )
}
