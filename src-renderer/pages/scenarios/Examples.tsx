import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useAnswer } from '#renderer/state/answers.ts'
import { openExample } from '#renderer/state/library-actions.ts'
import { Tags } from './Tags.tsx'
import styles from './examples.module.css'

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The teaching examples in few words beneath one's own scenarios, while these leave room for them. */
export const ExampleBand = () => (
  <section className={styles.band} aria-labelledby="examples-band">
    <div className={styles.bandHead}>
      <h2 id="examples-band">Begin with a teaching example</h2>
      <p>Each asks a question and shows its answer; what you change stays yours.</p>
    </div>
    <Examples brief />
  </section>
)

/** The teaching examples: one stop of the Tab key, and arrows move from one to the next. Each opens as it comes. */
export function Examples({ brief = false }: { readonly brief?: boolean }) {
  const { value: examples = [] } = useAnswer('examples.list', {})
  const [stop, setStop] = useState(0)
  const Heading = brief ? 'h3' : 'h2'
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = event.currentTarget.querySelectorAll('button')
    buttons[Math.min(buttons.length - 1, Math.max(0, stop + step))]?.focus()
  }
  return (
    <div className={brief ? styles.few : styles.box}>
      <ul className={styles.examples} aria-label="Teaching examples" onKeyDown={onKeyDown}>
        {examples.map(({ id, name, question, lookFor, tags }, place) => (
          <li key={id} className={styles.example}>
            <Heading id={`example-${id}`} className={styles.name}>
              {name}
            </Heading>
            <p className={styles.question}>{question}</p>
            {brief ? null : <p className={styles.lookFor}>{lookFor}</p>}
            <div className={styles.foot}>
              {brief ? null : <Tags tags={tags} />}
              <Button
                variant="default"
                size={brief ? 'compact-xs' : 'compact-sm'}
                tabIndex={place === stop ? 0 : -1}
                aria-label={`Open the example ${name}`}
                onFocus={() => setStop(place)}
                onClick={() => void openExample(id)}
              >
                Open
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
