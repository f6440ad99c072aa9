/** Where labels go when they would lie on one another. Pure geometry in pixels. */
export interface Wanted {
  readonly id: string
  /** The wanted middle. */
  readonly at: number
  readonly size: number
}

interface Cluster {
  members: readonly Wanted[]
  /** Sum over the members of where each would like the cluster to start. */
  pull: number
  size: number
}

const startOf = (cluster: Cluster, least: number, most: number): number =>
  Math.max(least, Math.min(cluster.pull / cluster.members.length, most - cluster.size))

/**
 * Moves labels along a line as little as possible so that none overlap and all stay between `least` and `most`.
 * Neighbours that collide merge into a cluster centred on what its members want.
 */
export function spread(wanted: readonly Wanted[], least: number, most: number): ReadonlyMap<string, number> {
  const clusters: Cluster[] = []
  for (const label of wanted.toSorted((one, other) => one.at - other.at)) {
    let cluster: Cluster = { members: [label], pull: label.at - label.size / 2, size: label.size }
    for (;;) {
      const above = clusters.at(-1)
      if (!above || startOf(above, least, most) + above.size <= startOf(cluster, least, most)) break
      clusters.pop()
      const shifted = cluster.pull - cluster.members.length * above.size
      cluster = {
        members: [...above.members, ...cluster.members],
        pull: above.pull + shifted,
        size: above.size + cluster.size,
      }
    }
    clusters.push(cluster)
  }

  const middles = new Map<string, number>()
  for (const cluster of clusters) {
    let start = startOf(cluster, least, most)
    for (const member of cluster.members) {
      middles.set(member.id, start + member.size / 2)
      start += member.size
    }
  }
  return middles
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

const inside = (box: Box, frame: Box): boolean =>
  box.left >= frame.left &&
  box.top >= frame.top &&
  box.left + box.width <= frame.left + frame.width &&
  box.top + box.height <= frame.top + frame.height

const COLUMN = 32

const columnOf = (x: number): number => Math.floor(x / COLUMN)

/** Ground that is taken, kept by columns: asking whether a box is free looks only at what is near it. */
export class Ground {
  readonly #columns = new Map<number, Box[]>()

  constructor(taken: Iterable<Box>) {
    for (const box of taken) {
      for (let column = columnOf(box.left); column <= columnOf(box.left + box.width); column++) {
        const there = this.#columns.get(column)
        if (there) there.push(box)
        else this.#columns.set(column, [box])
      }
    }
  }

  isFree(box: Box): boolean {
    for (let column = columnOf(box.left); column <= columnOf(box.left + box.width); column++) {
      if (this.#columns.get(column)?.some((other) => overlaps(box, other))) return false
    }
    return true
  }
}

/**
 * The places of a label in a frame and on free ground. They are looked at in turn, only as far as one is needed, and
 * what was found is kept: asking again, with something else in the way, costs next to nothing.
 */
export class Places {
  readonly #open: Box[] = []
  readonly #wanted: readonly Box[]
  readonly #frame: Box
  readonly #ground: Ground
  #looked = 0

  /** Of the places, the best is the first. */
  constructor(wanted: readonly Box[], frame: Box, ground: Ground) {
    this.#wanted = wanted
    this.#frame = frame
    this.#ground = ground
  }

  /** The best open place that is free of everything else too. */
  first(isFree: (box: Box) => boolean): Box | undefined {
    const known = this.#open.find(isFree)
    if (known) return known
    while (this.#looked < this.#wanted.length) {
      const next = this.#wanted[this.#looked++]
      if (!next || !inside(next, this.#frame) || !this.#ground.isFree(next)) continue
      this.#open.push(next)
      if (isFree(next)) return next
    }
    return undefined
  }
}

export interface Placeable {
  readonly id: string
  readonly places: Pick<Places, 'first'>
}

/** Gives each label, the most important first, its best place that is still free; what finds none is left out. */
export function place(labels: readonly Placeable[], taken: readonly Box[] = []): ReadonlyMap<string, Box> {
  const occupied = [...taken]
  const placed = new Map<string, Box>()
  for (const label of labels) {
    const free = label.places.first((box) => !occupied.some((other) => overlaps(box, other)))
    if (!free) continue
    occupied.push(free)
    placed.set(label.id, free)
  }
  return placed
}

/** Width of a text in the interface font, near enough to keep labels apart without measuring the DOM. */
export const textWidth = (text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number =>
  text.length * size * (weight === 'bold' ? 0.56 : 0.51)
