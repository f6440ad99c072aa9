import type { LayerMarkKind } from '#shared/credit-layers.ts'
import { layerMarkName } from '#renderer/finding/layer-marks.ts'
import { MarkGlyph } from './MarkGlyph.tsx'
import styles from './month-chart.module.css'

/** What the marks over a burn-down mean: the kinds that are there, each with its sign. */
export const MarkKey = ({ kinds }: { readonly kinds: readonly LayerMarkKind[] }) => (
  <ul className={styles.markKey} aria-label="What the marks mean">
    {kinds.map((kind) => (
      <li key={kind}>
        <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden>
          <MarkGlyph kind={kind} />
        </svg>
        {layerMarkName(kind)}
      </li>
    ))}
  </ul>
)
