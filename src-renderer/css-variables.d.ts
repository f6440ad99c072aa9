import 'react'

declare module 'react' {
  /** Custom properties are how components hand numbers to their style sheets. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
