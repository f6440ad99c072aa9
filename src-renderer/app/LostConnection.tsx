import { Button } from '@mantine/core'
import { useConnection } from '#renderer/state/connection.ts'
import { SCREEN_PAGES } from '#renderer/pages/screens.tsx'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useRoute } from '#renderer/state/route.ts'
import { TroubleBar } from './TroubleBar.tsx'

function Silent({ onRetry }: { readonly onRetry: () => void }) {
  const { WhileSilent } = SCREEN_PAGES[useRoute((route) => route.screen)]
  const kept = useOpenScenario((open) => open.save.kind !== 'failed')
  return (
    <TroubleBar
      actions={
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Retry
        </Button>
      }
    >
      <strong>Tierwise does not answer.</strong> <WhileSilent />{' '}
      {kept ? '' : 'Your last change is not saved yet; it will be when it answers. '}
      If it was stopped, start it again.
    </TroubleBar>
  )
}

/** It was told beforehand, so this is no trouble. */
function Stopped() {
  const kept = useOpenScenario((open) => open.save.kind !== 'failed')
  return (
    <TroubleBar calm>
      <strong>Tierwise was stopped.</strong>{' '}
      {kept ? 'Everything is saved.' : 'Your last change is not saved.'} Start it again to go on.
    </TroubleBar>
  )
}

/** Nobody answers this window, or somebody who does not take its calls: whichever was found last, and only that. */
export function LostConnection({ onRetry }: { readonly onRetry: () => void }) {
  const reach = useConnection((connection) => connection.reach)
  switch (reach) {
    case 'answers':
      return null
    case 'silent':
      return <Silent onRetry={onRetry} />
    case 'stopped':
      return <Stopped />
    case 'shut':
      return (
        <TroubleBar>
          <strong>The address of this page was opened twice, so this page was shut out.</strong> Somebody else
          on this machine may have read it. Put the new address that the terminal shows into this window; what
          is not saved here is saved then.
        </TroubleBar>
      )
    case 'foreign':
      return (
        <TroubleBar>
          <strong>This page does not belong to the Tierwise that runs now.</strong> Put the address that the
          terminal shows into this window; what is not saved here is saved then.
        </TroubleBar>
      )
  }
}
