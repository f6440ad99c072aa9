import { Button } from '@mantine/core'
import { wholePercent } from '#renderer/format/percent.ts'
import { cancelReading, useReading } from '#renderer/state/reading.ts'
import styles from './frame.module.css'

/** What is left to be read of large files, over every screen, with a way to call it off. */
export function Reading() {
  const runs = useReading((reading) => reading.runs)
  return (
    <div className={styles.readings} role="status">
      {runs.map(({ id, method, progress }) => (
        <div key={id} className={styles.reading}>
          <p>
            {method === 'workbook.write' ? 'Writing a workbook' : 'Reading a large file'}:{' '}
            {wholePercent(progress ?? 0)}
          </p>
          <progress
            value={progress ?? 0}
            aria-label={
              method === 'workbook.write' ? 'How much of it is worked out' : 'How much of it is read'
            }
          />
          <Button size="compact-sm" variant="default" onClick={() => cancelReading(id)}>
            Cancel
          </Button>
        </div>
      ))}
    </div>
  )
}
