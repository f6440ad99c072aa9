import type { KeyboardEvent } from 'react'
import styles from './kind-buttons.module.css'

/** The button a key goes to from one; round and round. */
function neighbour(button: Element, key: string): Element | null {
  const all = button.parentElement
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return button.nextElementSibling ?? all?.firstElementChild ?? null
    case 'ArrowLeft':
    case 'ArrowUp':
      return button.previousElementSibling ?? all?.lastElementChild ?? null
    default:
      return null
  }
}

/**
 * One of a few kinds, where going over to another one changes what is written: arrows only move, and Enter, Space or a
 * click chooses.
 */
export function KindButtons<T extends string>({
  label,
  kinds,
  value,
  onChoose,
}: {
  readonly label: string
  readonly kinds: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChoose: (value: T) => void
}) {
  function move(event: KeyboardEvent<HTMLButtonElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = neighbour(event.currentTarget, event.key)
    if (!(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div role="radiogroup" aria-label={label} className={styles.kinds}>
      {kinds.map((kind) => (
        <button
          key={kind.value}
          type="button"
          role="radio"
          aria-checked={kind.value === value}
          tabIndex={kind.value === value ? 0 : -1}
          className={styles.kind}
          onKeyDown={move}
          onClick={() => {
            if (kind.value !== value) onChoose(kind.value)
          }}
        >
          {kind.label}
        </button>
      ))}
    </div>
  )
}
