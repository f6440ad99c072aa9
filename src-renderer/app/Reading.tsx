import { Button } from '@mantine/core'
import { cancelReading, useReading } from '#renderer/state/reading.ts'
import styles from './frame.module.css'

/** What is left to be read of large files, over every screen, with a way to call it off. */
export function Reading() {
  const runs = useReading((reading) => reading.runs)
  return (
    <div className={styles.readings} role="status">
      {runs.map(({ id, progress }) => {
        const percent = Math.round((progress ?? 0) * 100)
        return (
          <div key={id} className={styles.reading}>
            <p>Reading a large file: {percent} %</p>
            <progress value={percent} max={100} aria-label="How much of it is read" />
            <Button size="compact-sm" variant="default" onClick={() => cancelReading(id)}>
              Cancel
            </Button>
          </div>
        )
      })}
    </div>
  )
}
