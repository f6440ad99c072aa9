import type { Fault } from './checked.ts'
import { microsOf } from './micros.ts'

/** A minimum and a maximum, where there are both, that leave nothing between them. */
export const maximumBelowMinimum = ({
  minimum,
  maximum,
}: {
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
}): readonly Fault[] =>
  minimum === undefined || maximum === undefined || microsOf(minimum) <= microsOf(maximum)
    ? []
    : [{ message: 'Expected a maximum that is not below the minimum.', path: ['maximum'] }]
