import { MantineProvider } from '@mantine/core'
import { HelpDialog } from '#renderer/commands/HelpDialog.tsx'
import { useShortcuts } from '#renderer/commands/use-shortcuts.ts'
import { ComparePage } from '#renderer/pages/compare/ComparePage.tsx'
import { cssVariables, theme } from '#renderer/theme/theme.ts'
import { Rail } from './Rail.tsx'
import styles from './frame.module.css'

function Frame({ onRetry }: { readonly onRetry: () => void }) {
  useShortcuts()
  return (
    <div className={styles.frame}>
      <Rail />
      <ComparePage onRetry={onRetry} />
      <HelpDialog />
    </div>
  )
}

export function App({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Frame onRetry={onRetry} />
    </MantineProvider>
  )
}
