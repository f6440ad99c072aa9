import { Button } from '@mantine/core'
import { IconArrowLeft, IconFileTypePdf } from '@tabler/icons-react'
import { chordText } from '#renderer/commands/accelerators.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { leavePresenting, savePage, tryNothing, usePresenting } from '#renderer/state/presenting.ts'
import styles from './present.module.css'

/** What whoever presents can do; none of it is on paper. */
export function PresentBar() {
  const isPresented = usePresenting(({ page }) => page !== null)
  const isTried = usePresenting(({ whatIf }) => Object.keys(whatIf).length > 0)
  const told = usePresenting((presenting) => presenting.told)
  return (
    <div className={`${styles.bar ?? ''} screen-only`}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconArrowLeft size={16} stroke={1.6} />}
        onClick={leavePresenting}
      >
        Back (Esc)
      </Button>
      <p className={styles.told} role="status">
        {told}
      </p>
      <KeptButton variant="default" size="compact-sm" idle={!isTried} onClick={tryNothing}>
        As the account has it (R)
      </KeptButton>
      <KeptButton
        size="compact-sm"
        idle={!isPresented}
        leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
        onClick={() => void savePage()}
      >
        Save as PDF ({chordText('CmdOrCtrl+P')})
      </KeptButton>
    </div>
  )
}
