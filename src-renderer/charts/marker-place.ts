import { credits } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'
import { type Box, textWidth } from './labels.ts'

const GRIP_PADDING = 7
const GRIP_HEIGHT = 18
/** Between the unit over the cost axis and the handle. */
const GRIP_AIR = 8
/** Half the width of the dots that the marker carries, and a little air. */
const DOTS = 7

/** Where the usage marker and its handle stand. */
export interface MarkerPlace {
  readonly label: string
  readonly x: number
  /** The middle of the handle, which stays over the picture, clear of the names at its edge. */
  readonly grip: number
  readonly top: number
  /** Under the ribbon. */
  readonly bottom: number
  /** What words keep clear of. */
  readonly ground: readonly Box[]
}

export function markerPlace({ plot, upTo }: CurvePicture, usage: number): MarkerPlace {
  const x = plot.x(Math.min(usage, upTo))
  const label = `${credits(usage)}${usage > upTo ? ' →' : ''}`
  const reach = textWidth(label, 11, 'bold') / 2 + GRIP_PADDING
  const grip = Math.max(plot.left + GRIP_AIR + reach, Math.min(x, plot.right - reach))
  return {
    label,
    x,
    grip,
    top: GRIP_HEIGHT,
    bottom: plot.bottom + 21,
    ground: [
      { left: x - DOTS, top: GRIP_HEIGHT, width: 2 * DOTS, height: plot.bottom - GRIP_HEIGHT },
      { left: grip - reach, top: 0, width: 2 * reach, height: GRIP_HEIGHT },
    ],
  }
}
