import { scaleLinear } from 'd3-scale'

/** The rectangle a chart draws in and its two linear scales; overlays and recharts share it, so they agree. */
export interface Plot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly right: number
  readonly bottom: number
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  /** The value under a pixel, kept within the range. */
  readonly valueAt: (pixel: number) => number
}

export interface Insets {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export function plotOf(
  size: { readonly width: number; readonly height: number },
  insets: Insets,
  mostX: number,
  mostY: number,
): Plot {
  const width = Math.max(1, size.width - insets.left - insets.right)
  const height = Math.max(1, size.height - insets.top - insets.bottom)
  const { left, top } = insets
  const bottom = top + height
  const x = scaleLinear([0, mostX], [left, left + width])
  const y = scaleLinear([0, mostY], [bottom, top])
  const within = x.copy().clamp(true)
  return {
    left,
    top,
    width,
    height,
    right: left + width,
    bottom,
    x,
    y,
    valueAt: (pixel) => within.invert(pixel),
  }
}
