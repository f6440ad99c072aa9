import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import type { SecretState } from '#shared/secrets.ts'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { clearProviderKey, setProviderKey, useProviderKey } from '#renderer/state/provider-key.ts'
import { Row, Section } from './Section.tsx'
import styles from './settings.module.css'

const KEPT: Readonly<Record<SecretState['kept'], string>> = {
  none: 'No key.',
  system: 'A key is kept in the system’s key store.',
  session: 'A key is kept until Tierwise ends.',
}

/** Keys go in and never come back: what is shown is only whether there is one, and how it is kept. */
export function ProviderKeys() {
  const { kept, protection, problem } = useProviderKey()
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const set = async () => {
    const refused = await setProviderKey(typed)
    setRefusal(refused)
    if (refused === null) setTyped('')
  }
  return (
    <Section name="keys" note="Never in a scenario, an exported file or a log.">
      <Row
        label="ElevenLabs"
        actions={
          <>
            <KeptButton variant="default" size="compact-xs" idle={typed === ''} onClick={() => void set()}>
              {kept === null || kept === 'none' ? 'Set key' : 'Replace key'}
            </KeptButton>
            <KeptButton
              variant="default"
              size="compact-xs"
              idle={kept === null || kept === 'none'}
              onClick={() => void clearProviderKey().then(setRefusal)}
            >
              Clear
            </KeptButton>
          </>
        }
      >
        <div className={styles.key}>
          <PasswordInput
            {...OWN_UNDO}
            aria-label="ElevenLabs API key"
            placeholder="Paste an API key"
            size="xs"
            autoComplete="off"
            value={typed}
            maxLength={10_000}
            error={refusal ?? problem}
            visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <p role="status">{kept === null ? '' : KEPT[kept]}</p>
          {protection?.reason ? <p className={styles.quiet}>{protection.reason}</p> : null}
        </div>
      </Row>
    </Section>
  )
}
