import { Button } from '@mantine/core'
import { credits, plural } from '#renderer/format/figures.ts'
import { putOpenFailuresAway, useOpenFailures } from '#renderer/state/open-failures.ts'
import { TroubleBar } from './TroubleBar.tsx'

/** The files that could not be opened, each with the reason: nothing here is wrong, so it is only told. */
export function OpenFailures() {
  const { listed, more } = useOpenFailures()
  const [only, ...others] = listed
  if (only === undefined) return null
  const close = (
    <Button size="compact-sm" variant="default" onClick={putOpenFailuresAway}>
      Close
    </Button>
  )
  if (others.length === 0)
    return (
      <TroubleBar calm actions={close}>
        <strong>{only.file} could not be opened.</strong> {only.message}
      </TroubleBar>
    )
  return (
    <TroubleBar calm actions={close}>
      <strong>{plural(listed.length + more, 'file')} could not be opened.</strong>
      <ul tabIndex={0} aria-label="Files that could not be opened">
        {listed.map(({ file, message }) => (
          <li key={file}>
            <strong>{file}</strong>: {message}
          </li>
        ))}
        {more > 0 ? <li>And {credits(more)} more.</li> : null}
      </ul>
    </TroubleBar>
  )
}
