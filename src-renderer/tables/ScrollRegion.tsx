import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import styles from './table.module.css'

/**
 * Where a table scrolls in its own place. What scrolls must be reachable by keyboard, and what does not is no stop on
 * the way; it must be seen to go on: beside its scroll bars, which some systems hide, an edge with more behind it fades.
 */
export function ScrollRegion({
  label,
  box,
  children,
}: {
  readonly label: string
  /** What scrolls, for those that draw only what is in sight of it. */
  readonly box?: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}) {
  const own = useRef<HTMLDivElement>(null)
  const region = box ?? own
  const content = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const [scroller, inner] = [region.current, content.current]
    if (!scroller || !inner) return undefined
    const mark = () => {
      const isCut =
        scroller.scrollWidth > scroller.clientWidth || scroller.scrollHeight > scroller.clientHeight
      // Who goes through a grid has what they go to in sight.
      setScrolls(isCut && inner.querySelector('[data-one-stop][role=grid]') === null)
      scroller.toggleAttribute('data-more-left', scroller.scrollLeft > 1)
      scroller.toggleAttribute(
        'data-more-right',
        scroller.scrollLeft + scroller.clientWidth < scroller.scrollWidth - 1,
      )
      scroller.toggleAttribute(
        'data-more-below',
        scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1,
      )
    }
    mark()
    scroller.addEventListener('scroll', mark, { passive: true })
    const resized = new ResizeObserver(mark)
    resized.observe(scroller)
    resized.observe(inner)
    return () => {
      scroller.removeEventListener('scroll', mark)
      resized.disconnect()
    }
  }, [region])
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
