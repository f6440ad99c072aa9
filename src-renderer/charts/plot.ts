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
  return {
    left,
    top,
    width,
    height,
    right: left + width,
    bottom,
    x: (value) => left + (value / mostX) * width,
    y: (value) => bottom - (value / mostY) * height,
    valueAt: (pixel) => Math.min(1, Math.max(0, (pixel - left) / width)) * mostX,
  }
}
