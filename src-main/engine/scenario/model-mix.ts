import type { ModelMix, ModelMove } from '#shared/analysis.ts'
import type { UsageEvent, UsageStream } from '#shared/usage.ts'
import { allocate } from '../exact/allocate.ts'
import { creditsText, toMicros } from '../exact/amount.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'
import type { Usage } from './scaled-usage.ts'

/** Usage with moves made, and which of it is not as it was. */
export interface MixedUsage extends Usage {
  /** By the place of a stream or an event: the place of the move that put it there. */
  readonly streamMoves: ReadonlyMap<number, number>
  readonly eventMoves: ReadonlyMap<number, number>
  /** The places of moves for which there is nothing to move. */
  readonly idle: readonly number[]
}

/** One use of a product and model, whatever its quantity is called. */
interface ModelUse {
  readonly id: string
  readonly product: string
  readonly model: string
}

/** A use as moves leave it; the parts of the first one it is split into bear its id. */
interface Part {
  readonly model: string
  readonly quantity: string
  /** What its id ends with beyond that of the use it is a part of. */
  readonly suffix: string
  /** The place of the move that made it; null for what stays. */
  readonly move: number | null
}

/**
 * Moves work between models. What is split keeps its place with its first part, which is what stays where anything does;
 * the others follow all there was. A generation made again is split as the first one was, and makes the same parts again.
 * The moves are those of `ModelMix`: shares of what there is without them, at most the whole of a model.
 */
export function mixed({ usage, usageEvents }: Usage, moves: ModelMix): MixedUsage {
  const streams = usage.kind === 'streams' ? usage.streams : []
  const splitter = new Splitter(moves)
  const streamParts = splitter.split(streams, ({ monthly }) => monthly, streamOf)
  const firsts = firstsOf(usageEvents)
  const eventParts = splitter.split(
    usageEvents,
    ({ quantity }) => quantity,
    (event, part) => eventOf(event, part, firsts),
  )
  return {
    usage: usage.kind === 'streams' ? { ...usage, streams: streamParts.uses } : usage,
    usageEvents: eventParts.uses,
    streamMoves: streamParts.moves,
    eventMoves: eventParts.moves,
    idle: moves.flatMap((_, index) => (splitter.isNeeded(index) ? [] : [index])),
  }
}

const streamOf = (stream: UsageStream, { model, quantity, suffix }: Part): UsageStream => ({
  ...stream,
  id: stream.id + suffix,
  model,
  monthly: quantity,
})

function eventOf(
  event: UsageEvent,
  { model, quantity, suffix }: Part,
  firsts: ReadonlyMap<string, UsageEvent>,
): UsageEvent {
  const part = { ...event, id: event.id + suffix, model, quantity }
  const first = firsts.get(event.regenerates ?? '')
  const isSplitAlike = first?.product === event.product && first.model === event.model
  return isSplitAlike ? { ...part, regenerates: first.id + suffix } : part
}

/** The events that others make again, by their ids. */
function firstsOf(events: readonly UsageEvent[]): ReadonlyMap<string, UsageEvent> {
  const named = new Set(events.flatMap(({ regenerates }) => regenerates ?? []))
  if (named.size === 0) return new Map()
  return new Map(events.flatMap((event) => (named.has(event.id) ? [[event.id, event] as const] : [])))
}

/** Uses with their moved parts among them, and the moves by the places of what they made. */
interface Split<Use> {
  readonly uses: Use[]
  readonly moves: ReadonlyMap<number, number>
}

class Splitter {
  /** By product and model: the places of the moves from it. */
  readonly #from = new Map<string, Map<string, number[]>>()
  readonly #moves: ModelMix
  readonly #needed = new Set<number>()

  constructor(moves: ModelMix) {
    this.#moves = moves
    for (const [index, { product, from }] of moves.entries()) {
      const models = this.#from.get(product) ?? new Map<string, number[]>()
      models.set(from, [...(models.get(from) ?? []), index])
      this.#from.set(product, models)
    }
  }

  isNeeded(move: number): boolean {
    return this.#needed.has(move)
  }

  split<Use extends ModelUse>(
    uses: readonly Use[],
    quantityOf: (use: Use) => string,
    made: (use: Use, part: Part) => Use,
  ): Split<Use> {
    const mark = this.#unusedMark(uses)
    const moves = new Map<number, number>()
    const added: Use[] = []
    const kept = uses.map((use, place) => {
      const from = this.#from.get(use.product)?.get(use.model)
      if (from === undefined) return use
      for (const move of from) this.#needed.add(move)
      const [first, ...others] = this.#partsOf(use.model, quantityOf(use), from, mark)
      if (first === undefined) return use
      if (first.move !== null) moves.set(place, first.move)
      for (const part of others) {
        if (part.move !== null) moves.set(uses.length + added.length, part.move)
        added.push(made(use, part))
      }
      return made(use, first)
    })
    return { uses: [...kept, ...added], moves }
  }

  #partsOf(model: string, quantity: string, from: readonly number[], mark: string): readonly Part[] {
    const moving = from.map((move) => ({ move, ...this.#sharedBy(this.#moves[move]) }))
    const rest = WHOLE_PERCENT - moving.reduce((sum, { share }) => sum + share, 0)
    const all = [{ move: null, model, share: rest }, ...moving]
    const quantities = allocate(
      toMicros(quantity),
      all.map(({ share }) => share),
    )
    return all
      .map((part, index) => ({ ...part, quantity: creditsText(quantities[index] ?? 0) }))
      .filter(({ share }) => share > 0)
      .map((part, index) => ({
        ...part,
        suffix: index === 0 || part.move === null ? '' : endOf(mark, part.move),
      }))
  }

  #sharedBy(move: ModelMove | undefined): { readonly model: string; readonly share: number } {
    return { model: move?.to ?? '', share: toMicros(move?.share ?? '0') }
  }

  /** What no id has in it, so that parts have ids that nothing else has. */
  #unusedMark(uses: readonly ModelUse[]): string {
    let mark = MARK
    while (uses.some(({ id }) => id.includes(mark))) mark += MARK
    return mark
  }
}

/** What stands in the id of a part between that of its use and the number of its move. */
export const MARK = ' → '

/** Counted from 1, as people do. */
const endOf = (mark: string, move: number): string => `${mark}${move + 1}`
