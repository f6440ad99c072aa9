import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import { multiplyDivideDown } from '../exact/multiply-divide.ts'
import type { Stretch } from './use.ts'

/** The instant at which `part` of a stretch's evenly spread usage has happened. */
export const whenUsed = (stretch: Stretch, part: Credits, wanted: Credits): Instant =>
  stretch.at + (wanted === 0 ? 0 : multiplyDivideDown(stretch.until - stretch.at, part, wanted))
