import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { Suspense } from 'react'
import { standsAlone } from '#shared/screens.ts'
import { HelpDialog } from '#renderer/commands/HelpDialog.tsx'
import { Palette } from '#renderer/commands/Palette.tsx'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { SCREEN_PAGES } from '#renderer/pages/screens.tsx'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { showsScenario, useRoute } from '#renderer/state/route.ts'
import { useSettings } from '#renderer/state/settings.ts'
import { cssVariables, theme } from '#renderer/theme/theme.ts'
import { DropTarget } from './DropTarget.tsx'
import { ImportDialogs } from './ImportDialogs.tsx'
import { LostConnection } from './LostConnection.tsx'
import { Rail } from './Rail.tsx'
import { Reading } from './Reading.tsx'
import { Troubles } from './Troubles.tsx'
import { UnsavedDialog } from './UnsavedDialog.tsx'
import styles from './frame.module.css'

function Shown() {
  const screen = useRoute((route) => route.screen)
  const ready = useOpenScenario((open) => open.ready)
  const format = useSettings((settings) => settings.numberFormat)
  const { Page, followsFormat } = SCREEN_PAGES[screen]
  if (showsScenario(screen) && !ready) return null
  return (
    <Suspense fallback={null}>
      <Page key={followsFormat ? screen : format} />
    </Suspense>
  )
}

function Frame({ onRetry }: { readonly onRetry: () => void }) {
  useShortcuts()
  const alone = useRoute(({ screen }) => standsAlone(screen))
  if (alone) {
    return (
      <div className={styles.alone}>
        <LostConnection onRetry={onRetry} />
        <Shown />
        <HelpDialog />
        <Palette />
      </div>
    )
  }
  return (
    <div className={styles.frame}>
      <Rail />
      <div className={styles.page}>
        <Troubles onRetry={onRetry} />
        <Shown />
      </div>
      <DropTarget />
      <ImportDialogs />
      <Reading />
      <UnsavedDialog />
      <HelpDialog />
      <Palette />
    </div>
  )
}

const nothing = (): void => undefined

/** The theme is a setting of the store: Mantine keeps no copy of its own. */
const unkept: MantineColorSchemeManager = {
  get: (scheme) => scheme,
  set: nothing,
  subscribe: nothing,
  unsubscribe: nothing,
  clear: nothing,
}

export function App({ onRetry }: { readonly onRetry: () => void }) {
  const scheme = useSettings((settings) => settings.theme)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={unkept}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
    >
      <Frame onRetry={onRetry} />
    </MantineProvider>
  )
}
