import { Button } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useAnswer } from '#renderer/state/answers.ts'
import { openExample } from '#renderer/state/library-actions.ts'
import { Tags } from './Tags.tsx'
import styles from './examples.module.css'

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The teaching examples: one stop of the Tab key, and arrows move from one to the next. Each opens as it comes. */
export function Examples() {
  const { value: examples = [] } = useAnswer('examples.list', {})
  const [stop, setStop] = useState(0)
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = event.currentTarget.querySelectorAll('button')
    buttons[Math.min(buttons.length - 1, Math.max(0, stop + step))]?.focus()
  }
  return (
    <div className={styles.box}>
      <ul className={styles.examples} aria-label="Teaching examples" onKeyDown={onKeyDown}>
        {examples.map(({ id, name, question, lookFor, tags }, place) => (
          <li key={id} className={styles.example}>
            <h2 id={`example-${id}`} className={styles.name}>
              {name}
            </h2>
            <p className={styles.question}>{question}</p>
            <p className={styles.lookFor}>{lookFor}</p>
            <div className={styles.foot}>
              <Tags tags={tags} />
              <Button
                variant="default"
                size="compact-sm"
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
