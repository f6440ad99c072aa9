import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { endWhy, goBackInWhy, goForwardInWhy, useWhy, type WhyStep } from '#renderer/state/why.ts'
import styles from './why.module.css'

/** What a key does in an explanation. */
function keyed({ key, altKey }: KeyboardEvent): (() => void) | undefined {
  if (key === 'Escape') return endWhy
  if (altKey && key === 'ArrowLeft') return goBackInWhy
  return altKey && key === 'ArrowRight' ? goForwardInWhy : undefined
}

/** Where explanations are told, one after the other: it has the focus while it is there, and hands it back. */
export function WhyAside({
  step,
  inWords,
  children,
}: {
  readonly step: WhyStep
  /** A step as one goes back or forward to it from the present one. */
  readonly inWords: (step: WhyStep) => string
  readonly children: ReactNode
}) {
  const before = useWhy(({ back }) => back.at(-1))
  const after = useWhy(({ forward }) => forward[0])
  const panel = useRef<HTMLElement>(null)
  const [asker] = useState(() => document.activeElement)
  const [table] = useState(() => asker?.closest('[data-one-stop]'))
  const heir = useCallback(() => {
    if (asker instanceof HTMLElement && asker.isConnected) return asker
    // Its row may be drawn anew, or be out of sight by now.
    return table?.parentElement?.querySelector<HTMLElement>('[data-one-stop] [tabindex="0"]') ?? theScreen()
  }, [asker, table])
  useHandBack(panel, heir)
  // What was pressed to come to another step may be gone: keys go on from the explanation, at its top.
  const arrive = useEffectEvent((_at: WhyStep) => {
    panel.current?.focus()
    panel.current?.scrollTo({ top: 0 })
  })
  useEffect(() => arrive(step), [step])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label="Why"
      onKeyDown={(event) => {
        const act = keyed(event)
        if (act === undefined) return
        event.preventDefault()
        event.stopPropagation()
        act()
      }}
    >
      <div className={styles.bar}>
        {before === undefined ? (
          <span className={styles.kicker}>Why?</span>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconArrowLeft size={14} />}
            onClick={goBackInWhy}
          >
            Back to {inWords(before)}
          </Button>
        )}
        {after === undefined ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={styles.forward ?? ''}
            aria-label={`Forward to ${inWords(after)}`}
            onClick={goForwardInWhy}
          >
            <IconArrowRight size={14} stroke={1.6} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close" onClick={endWhy}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {children}
    </aside>
  )
}
