import { Button } from '@mantine/core'
import { wholePercent } from '#renderer/format/percent.ts'
import { useJobs } from '#renderer/state/jobs.ts'
import { cancelReading, useReading } from '#renderer/state/reading.ts'
import styles from './frame.module.css'

/** How far large files are that are read and written, over every screen, with a way to call each off. */
export function Reading() {
  const runs = useReading((reading) => reading.runs)
  const jobs = useJobs((running) => running.jobs)
  return (
    <div className={styles.readings} role="status">
      {jobs.map(({ id, what, progress, cancel }) => (
        <div key={`job ${String(id)}`} className={styles.reading}>
          <p>
            {what}: {wholePercent(progress)}
          </p>
          <progress value={progress} aria-label="How much of it is written" />
          <Button size="compact-sm" variant="default" onClick={cancel}>
            Cancel
          </Button>
        </div>
      ))}
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
