import type { UsagePattern } from '#shared/usage.ts'
import { NumberField } from '#renderer/fields/NumberField.tsx'
import { StepFields } from './StepFields.tsx'
import styles from './pattern.module.css'

type PatternOf<K extends UsagePattern['kind']> = Extract<UsagePattern, { kind: K }>

/** What a pattern belongs to. */
export interface OfPattern {
  /** Of the run. */
  readonly months: number
  /** What is wrong with a field of the pattern: `percent`. */
  readonly problemAt: (field: string) => string | undefined
  readonly onChange: (pattern: UsagePattern) => void
}

const Growth = ({ pattern, problemAt, onChange }: OfPattern & { readonly pattern: PatternOf<'growth'> }) => (
  <>
    <NumberField
      label="Growth a month"
      value={Number(pattern.percent)}
      onChange={(percent) => onChange({ ...pattern, percent: String(percent) })}
      min={-100}
      max={100}
      decimals={2}
      unit="%"
      problem={problemAt('percent')}
    />
    <p className={styles.about}>A minus lets usage fall: −8 % is so much less each month.</p>
  </>
)

const Seasonal = ({
  pattern,
  problemAt,
  onChange,
}: OfPattern & { readonly pattern: PatternOf<'seasonal'> }) => (
  <>
    <NumberField
      label="Up and down by"
      value={Number(pattern.amplitude)}
      onChange={(amplitude) => onChange({ ...pattern, amplitude: String(amplitude) })}
      min={0}
      max={100}
      decimals={2}
      unit="%"
      problem={problemAt('amplitude')}
    />
    <NumberField
      label="Peak in month"
      value={pattern.peakMonth}
      onChange={(peakMonth) => onChange({ ...pattern, peakMonth })}
      min={1}
      max={12}
      problem={problemAt('peakMonth')}
    />
  </>
)

const Spike = ({
  pattern,
  months,
  problemAt,
  onChange,
}: OfPattern & { readonly pattern: PatternOf<'spike'> }) => (
  <>
    <NumberField
      label="Spike in month"
      value={pattern.month}
      onChange={(month) => onChange({ ...pattern, month })}
      min={1}
      max={120}
      problem={
        problemAt('month') ??
        (pattern.month > months
          ? `Not within the ${months === 1 ? 'month' : `${String(months)} months`} compared: no month has a spike.`
          : undefined)
      }
    />
    <NumberField
      label="Times the usage"
      value={Number(pattern.multiple)}
      onChange={(multiple) => onChange({ ...pattern, multiple: String(multiple) })}
      min={0}
      max={1000}
      decimals={2}
      unit="×"
      problem={problemAt('multiple')}
    />
  </>
)

function Fields({ pattern, ...of }: OfPattern & { readonly pattern: UsagePattern }) {
  switch (pattern.kind) {
    case 'flat':
      return <p className={styles.about}>The same usage every month.</p>
    case 'growth':
      return <Growth pattern={pattern} {...of} />
    case 'seasonal':
      return <Seasonal pattern={pattern} {...of} />
    case 'spike':
      return <Spike pattern={pattern} {...of} />
    case 'steps':
      return <StepFields steps={pattern.steps} {...of} />
  }
}

/** What a pattern is set by. It has a place of its own, so that nothing jumps from one pattern to another. */
export const PatternParameters = (of: OfPattern & { readonly pattern: UsagePattern }) => (
  <div className={styles.parameters}>
    <Fields {...of} />
  </div>
)
