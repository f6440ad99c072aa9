import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { memo, useCallback, useLayoutEffect, useRef } from 'react'

/** Copies a table for a spreadsheet. Its text is put together when it is asked for, of what is on screen then. */
export function CopyTable({ text }: { readonly text: () => string }) {
  const { copied, copy } = useClipboard({ timeout: 1500 })
  const newest = useRef(() => copy(text()))
  useLayoutEffect(() => {
    newest.current = () => copy(text())
  })
  const onCopy = useCallback(() => newest.current(), [])
  return <CopyButton copied={copied} onCopy={onCopy} />
}

/** Drawn once and not with the figures it copies. */
const CopyButton = memo(function CopyButton({
  copied,
  onCopy,
}: {
  readonly copied: boolean
  readonly onCopy: () => void
}) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onClick={onCopy}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  )
})
