import { Button } from '@mantine/core'
import { useConnection } from '#renderer/state/connection.ts'
import { useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { type Screen, useRoute } from '#renderer/state/route.ts'
import { TroubleBar } from './TroubleBar.tsx'

/** What a person looks at while nobody answers; nothing where there is nothing to look at. */
function whatIsShown(screen: Screen, has: { readonly figures: boolean; readonly list: boolean }): string {
  switch (screen) {
    case 'compare':
      return has.figures ? 'The figures below are the last ones it gave and may not match the inputs.' : ''
    case 'scenarios':
      return has.list
        ? 'The scenarios cannot be read now: below is the list as it was.'
        : 'The scenarios cannot be read now.'
    case 'settings':
      return 'What is shown here is as it was.'
  }
}

function Silent({ onRetry }: { readonly onRetry: () => void }) {
  const screen = useRoute((route) => route.screen)
  const figures = useResults((results) => results.comparison !== null)
  const list = useLibrary((library) => library.documents !== null)
  const kept = useOpenScenario((open) => open.save.kind !== 'failed')
  return (
    <TroubleBar
      actions={
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      <strong>Tierwise does not answer.</strong> {whatIsShown(screen, { figures, list })}{' '}
      {kept ? '' : 'Your last change is not saved yet; it will be when it answers. '}
      If it was stopped, start it again.
    </TroubleBar>
  )
}

/** Nobody answers this window, or somebody who does not know it: whichever was found last, and only that. */
export function LostConnection({ onRetry }: { readonly onRetry: () => void }) {
  const reach = useConnection((connection) => connection.reach)
  switch (reach) {
    case 'answers':
      return null
    case 'silent':
      return <Silent onRetry={onRetry} />
    case 'foreign':
      return (
        <TroubleBar>
          <strong>This page does not belong to the Tierwise that runs now.</strong> Put the address that the
          terminal shows into this window; what is not saved here is saved then.
        </TroubleBar>
      )
  }
}
