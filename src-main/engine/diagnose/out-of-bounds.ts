import { refuse, type Result } from '#shared/problem.ts'
import { OutOfBounds } from '../exact/amount.ts'

/** A field of the input whose figures may be too large, and the input without them. */
export interface Suspect<Input> {
  readonly path: string
  readonly without: (input: Input) => Input
}

/** Where all fields a person filled in are innocent, the prices themselves are too large. */
const LAST_SUSPECT = 'catalog'

/**
 * Figures too large for exact arithmetic are a person's doing, wherever the arithmetic notices: a refusal, with the
 * path of the field to blame. The suspects' figures are taken away one after the other, and the first without which
 * the rest can be worked out is named; without all of them, it is the catalogue.
 */
export function priced<Input, T>(
  input: Input,
  suspects: readonly Suspect<Input>[],
  work: (input: Input) => Result<T>,
): Result<T> {
  const answer = attempt(input, work)
  if (!(answer instanceof OutOfBounds)) return answer
  let rest = input
  for (const { path, without } of suspects) {
    rest = without(rest)
    if (!(attempt(rest, work) instanceof OutOfBounds)) return refusal(answer, path)
  }
  return refusal(answer, LAST_SUSPECT)
}

function attempt<Input, T>(input: Input, work: (input: Input) => Result<T>): Result<T> | OutOfBounds {
  try {
    return work(input)
  } catch (error) {
    if (error instanceof OutOfBounds) return error
    throw error
  }
}

const refusal = ({ message }: OutOfBounds, path: string): Result<never> =>
  refuse({ code: 'amount.out_of_bounds', message, path })
