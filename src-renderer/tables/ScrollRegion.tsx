import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import styles from './table.module.css'

/**
 * Where a table scrolls in its own place. What scrolls must be reachable by keyboard, and what does not is no stop on
 * the way; it must be seen to go on: beside its scroll bars, which some systems hide, an edge with more behind it fades.
 */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const [box, inner] = [region.current, content.current]
    if (!box || !inner) return undefined
    const mark = () => {
      setScrolls(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight)
      box.toggleAttribute('data-more-left', box.scrollLeft > 1)
      box.toggleAttribute('data-more-right', box.scrollLeft + box.clientWidth < box.scrollWidth - 1)
      box.toggleAttribute('data-more-below', box.scrollTop + box.clientHeight < box.scrollHeight - 1)
    }
    mark()
    box.addEventListener('scroll', mark, { passive: true })
    const resized = new ResizeObserver(mark)
    resized.observe(box)
    resized.observe(inner)
    return () => {
      box.removeEventListener('scroll', mark)
      resized.disconnect()
    }
  }, [])
  return (
    <div
      ref={region}
      className={styles.scroll}
      role="region"
      aria-label={label}
      tabIndex={scrolls ? 0 : undefined}
    >
      <div ref={content} className={styles.scrolled}>
        {children}
      </div>
    </div>
  )
}
