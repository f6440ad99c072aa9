import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { referenceInWords } from '#renderer/finding/reference-in-words.ts'
import { comeBackToWhy, endWhy, useWhy } from '#renderer/state/why.ts'
import styles from '#renderer/pages/why/why.module.css'

/** Under the inputs, while somebody is at one that an explanation led to: the way back. */
export function BackToWhy() {
  const aside = useWhy((path) => path.aside)
  if (aside === null) return null
  return (
    <div className={styles.back}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={14} />}
        onClick={comeBackToWhy}
      >
        Back to why: {referenceInWords(aside.reference)}
      </Button>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={endWhy}>
        <IconX size={14} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
