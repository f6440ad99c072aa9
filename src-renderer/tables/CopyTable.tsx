import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies a table for a spreadsheet. Its text is put together when it is asked for, of what is on screen then. */
export function CopyTable({ text }: { readonly text: () => string }) {
  const { copied, copy } = useClipboard({ timeout: 1500 })
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onClick={() => copy(text())}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  )
}
