import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { HelpDialog } from '#renderer/commands/HelpDialog.tsx'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { ComparePage } from '#renderer/pages/compare/ComparePage.tsx'
import { ScenariosPage } from '#renderer/pages/scenarios/ScenariosPage.tsx'
import { SettingsPage } from '#renderer/pages/settings/SettingsPage.tsx'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useRoute } from '#renderer/state/route.ts'
import { useSettings } from '#renderer/state/settings.ts'
import { cssVariables, theme } from '#renderer/theme/theme.ts'
import { DropTarget } from './DropTarget.tsx'
import { ImportDialogs } from './ImportDialogs.tsx'
import { Rail } from './Rail.tsx'
import { Troubles } from './Troubles.tsx'
import { UnsavedDialog } from './UnsavedDialog.tsx'
import styles from './frame.module.css'

function Page() {
  const screen = useRoute((route) => route.screen)
  const ready = useOpenScenario((open) => open.ready)
  const format = useSettings((settings) => settings.numberFormat)
  // Figures are printed by plain functions: another number format draws every one of them again.
  switch (screen) {
    case 'compare':
      if (!ready) return null
      return <ComparePage key={format} />
    case 'scenarios':
      return <ScenariosPage key={format} />
    case 'settings':
      return <SettingsPage />
  }
}

function Frame({ onRetry }: { readonly onRetry: () => void }) {
  useShortcuts()
  return (
    <div className={styles.frame}>
      <Rail />
      <div className={styles.page}>
        <Troubles onRetry={onRetry} />
        <Page />
      </div>
      <DropTarget />
      <ImportDialogs />
      <UnsavedDialog />
      <HelpDialog />
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
