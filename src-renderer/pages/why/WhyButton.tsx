import { IconHelp } from '@tabler/icons-react'
import { type Asked, askWhy } from '#renderer/state/why.ts'
import styles from './why.module.css'

/** Asks why of the figure it stands at. */
export const WhyButton = ({ of, reference }: { readonly of: string; readonly reference: Asked }) => (
  <button
    type="button"
    className={styles.ask}
    aria-label={`Why: ${of}`}
    title={`Why? ${of.charAt(0).toUpperCase()}${of.slice(1)}`}
    onClick={() => askWhy(reference)}
  >
    <IconHelp size={14} stroke={1.6} aria-hidden />
  </button>
)
