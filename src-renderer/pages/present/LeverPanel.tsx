import type { CustomerPage, Levers, WhatIf } from '#shared/customer-page.ts'
import { Lever } from '#renderer/fields/Lever.tsx'
import { UsageField } from '#renderer/fields/UsageField.tsx'
import { UsageSlider } from '#renderer/fields/UsageSlider.tsx'
import { credits, percent } from '#renderer/format/figures.ts'
import { tryOn, usePresenting } from '#renderer/state/presenting.ts'
import styles from './present.module.css'

/** Up and down. */
const MOST_GROWTH = 30
const FACTORS = { min: 0.1, max: 3, step: 0.1 }
const MORE_PEOPLE = 50

/** The figures that are tried on a call: what they change is on the page at once, and kept nowhere. */
export function LeverPanel({ page }: { readonly page: CustomerPage }) {
  const own = usePresenting((presenting) => presenting.own) ?? page.levers
  const whatIf = usePresenting((presenting) => presenting.whatIf)
  return (
    <section className={`${styles.levers ?? ''} screen-only`} aria-label="What if">
      <h3>What if</h3>
      <p>Tried here and kept nowhere.</p>
      <Usage own={own} whatIf={whatIf} />
      {own.growth === null ? null : (
        <Lever
          label="Growth a month"
          value={Number(whatIf.growth ?? own.growth)}
          own={Number(own.growth)}
          range={{ min: -MOST_GROWTH, max: MOST_GROWTH, step: 1 }}
          print={percent}
          onChange={(growth) => tryOn({ growth: String(growth) })}
        />
      )}
      {own.people === null ? null : <People own={own.people} whatIf={whatIf} />}
    </section>
  )
}

interface Tried<Own> {
  readonly own: Own
  readonly whatIf: WhatIf
}

function Usage({ own: { usage }, whatIf }: Tried<Levers>) {
  const tried = whatIf.usage ?? usage
  if (tried.kind === 'times') {
    return (
      <Lever
        label="Usage"
        value={Number(tried.factor)}
        own={1}
        range={FACTORS}
        print={(factor) => `${credits(factor)} × as planned`}
        onChange={(factor) => tryOn({ usage: { kind: 'times', factor: String(factor) } })}
      />
    )
  }
  const set = (figure: number) => tryOn({ usage: { kind: 'monthly', credits: String(figure) } })
  return (
    <div className={styles.usage}>
      <UsageField id="first-field" usage={Number(tried.credits)} onChange={set} problem={undefined} />
      <UsageSlider usage={Number(tried.credits)} onChange={set} />
    </div>
  )
}

function People({ own, whatIf }: Tried<NonNullable<Levers['people']>>) {
  const tried = whatIf.people ?? own
  return (
    <>
      <Lever
        label="Full people"
        value={tried.full}
        own={own.full}
        range={{ min: 0, max: own.full + MORE_PEOPLE, step: 1 }}
        print={credits}
        onChange={(full) => tryOn({ people: { ...tried, full } })}
      />
      <Lever
        label="Basic people"
        value={tried.basic}
        own={own.basic}
        range={{ min: 0, max: own.basic + MORE_PEOPLE, step: 1 }}
        print={credits}
        onChange={(basic) => tryOn({ people: { ...tried, basic } })}
      />
    </>
  )
}
