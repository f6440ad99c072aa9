/*
 * Ways in which bytes are damaged: on a disk, on the way, or on purpose. Deterministic for a source of numbers.
 */

type Numbers = () => number

const below = (random: Numbers, bound: number): number => Math.floor(random() * bound)

/** Flips up to twenty single bits. */
export function flipBits(bytes: Buffer, random: Numbers): Buffer {
  const flipped = Buffer.from(bytes)
  for (let flips = 1 + below(random, 20); flips > 0; flips--) {
    const at = below(random, flipped.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8))
  }
  return flipped
}

export const truncate = (bytes: Buffer, random: Numbers): Buffer =>
  bytes.subarray(0, below(random, bytes.length))

/** Writes noise or zeros over a stretch. */
export function overwrite(bytes: Buffer, random: Numbers): Buffer {
  const written = Buffer.from(bytes)
  const start = below(random, written.length)
  const end = start + below(random, 5000)
  const isNoise = random() < 0.5
  for (let at = start; at < Math.min(end, written.length); at++)
    written[at] = isNoise ? below(random, 256) : 0
  return written
}

/** Puts one stretch where another was, as a disk does that mixes sectors up. */
export function misplace(bytes: Buffer, random: Numbers): Buffer {
  const moved = Buffer.from(bytes)
  const size = 512 * (1 + below(random, 8))
  const sectors = Math.max(1, Math.floor(bytes.length / size))
  const from = below(random, sectors) * size
  bytes.copy(moved, below(random, sectors) * size, from, from + size)
  return moved
}

export const append = (bytes: Buffer, random: Numbers): Buffer =>
  Buffer.concat([bytes, Buffer.from(Array.from({ length: below(random, 9000) }, () => below(random, 256)))])

/** One of them, by chance. */
export function mutated(bytes: Buffer, random: Numbers): Buffer {
  const kinds = [flipBits, truncate, overwrite, misplace, append]
  return (kinds[below(random, kinds.length)] ?? flipBits)(bytes, random)
}
