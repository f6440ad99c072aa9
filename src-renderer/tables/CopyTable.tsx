import { CopyButton, Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

/** Copies a table for a spreadsheet. */
export function CopyTable({ text }: { readonly text: string }) {
  return (
    <CopyButton value={text} timeout={1500}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      )}
    </CopyButton>
  )
}
