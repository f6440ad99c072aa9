import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'

/** A button that keeps the focus while it can do nothing, says so and does nothing; a `disabled` one would lose it. */
export function KeptButton({
  idle,
  onClick,
  children,
  ...look
}: ButtonProps & {
  readonly idle: boolean
  readonly onClick: () => void
  readonly children: ReactNode
  readonly id?: string
  readonly title?: string | undefined
  readonly 'aria-label'?: string
}) {
  return (
    <Button
      {...look}
      aria-disabled={idle}
      data-disabled={idle}
      onClick={() => {
        if (!idle) onClick()
      }}
    >
      {children}
    </Button>
  )
}
