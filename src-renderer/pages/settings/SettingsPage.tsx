import { useSettings } from '#renderer/state/settings.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { Backups } from './Backups.tsx'
import { ProviderKeys } from './ProviderKeys.tsx'
import { StoreSection } from './StoreSection.tsx'
import styles from './settings.module.css'

/** Where documents are kept, how figures look, and what this is. */
export function SettingsPage() {
  useSettings((settings) => settings.numberFormat)
  return (
    <main tabIndex={-1} className={styles.page}>
      <div className={styles.column}>
        <h1>Settings</h1>
        <Appearance />
        <StoreSection />
        <Backups />
        <ProviderKeys />
        <About />
      </div>
    </main>
  )
}
