import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import type { Growth } from './growths.ts'

/** An input that is as heavy as may be of one thing or two, and of what. */
export interface Heavy<I> {
  readonly of: string
  readonly input: I
}

/**
 * The heaviest inputs that are still light: grown of each thing alone as far as it goes. None is larger than what is read
 * on the main thread at all.
 */
export const heaviestAlone = <I>(
  seedling: I,
  growths: readonly Growth<I>[],
  isLight: (input: I) => boolean,
): readonly Heavy<I>[] =>
  growths.map(({ of, most, grown }) => {
    const light = mostOf(most, (count) => isLight(grown(seedling, count)))
    const count = mostOf(light, (some) => isReadHere(grown(seedling, some)))
    return { of: `${count} ${of}`, input: grown(seedling, count) }
  })

/** The same of each two things: half of the one, and then as much of the other as is left. */
export const heaviestInPairs = <I>(
  seedling: I,
  growths: readonly Growth<I>[],
  isLight: (input: I) => boolean,
): readonly Heavy<I>[] =>
  growths.flatMap((one, place) => {
    const half = Math.ceil(mostOf(one.most, (count) => isLight(one.grown(seedling, count))) / 2)
    const halfGrown = one.grown(seedling, half)
    const others = growths.slice(place + 1).map((other) => ({ ...other, most: Math.ceil(other.most / 2) }))
    return heaviestAlone(halfGrown, others, isLight).map(({ of, input }) => ({
      of: `${half} ${one.of}, ${of}`,
      input,
    }))
  })

const isReadHere = (input: unknown): boolean => JSON.stringify(input).length <= MOST_PLAIN_INPUT

/** The largest count up to `limit` that is still right; 0 where not even one is. */
function mostOf(limit: number, isRight: (count: number) => boolean): number {
  if (isRight(limit)) return limit
  let [right, wrong] = [0, limit]
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2)
    if (isRight(middle)) right = middle
    else wrong = middle
  }
  return right
}
