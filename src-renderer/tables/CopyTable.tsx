import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { memo, useCallback, useLayoutEffect, useRef } from 'react'

/**
 * Copies a table for a spreadsheet. Its text is put together when it is asked for, of what is on screen then, or of rows
 * that are asked for first.
 */
export function CopyTable({
  text,
  children = 'Copy',
}: {
  readonly text: () => string | Promise<string>
  readonly children?: string
}) {
  const { copied, copy } = useClipboard({ timeout: 1500 })
  const newest = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    newest.current = () => {
      const put = text()
      if (typeof put === 'string') copy(put)
      else void put.then(copy)
    }
  })
  const onCopy = useCallback(() => newest.current(), [])
  return <CopyButton copied={copied} onCopy={onCopy} label={children} />
}

/** Drawn once and not with the figures it copies. */
const CopyButton = memo(function CopyButton({
  copied,
  onCopy,
  label,
}: {
  readonly copied: boolean
  readonly onCopy: () => void
  readonly label: string
}) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onClick={onCopy}
    >
      {copied ? 'Copied' : label}
    </Button>
  )
})
