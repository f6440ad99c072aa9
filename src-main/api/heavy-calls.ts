import { presets } from '#main/catalogs/index.ts'
import { Json } from '#main/runs/json.ts'
import type { ParsedInput } from '#shared/api.ts'
import { parse, type Result } from '#shared/problem.ts'
import { LongMethod } from '#shared/runs.ts'
import type { CatalogRef, Scenario } from '#shared/scenario.ts'
import { inputs } from './answer.ts'
import type { Handlers } from './handlers.ts'

/*
 * The main thread answers every window, and passes every edit on to the thread that keeps documents, so no call may hold
 * it for longer than a person notices. What a call will cost is seen in its input, roughly and at once; what is too heavy
 * is answered in a thread.
 */

/** Answers in a thread what the handler would answer; `signal` ends what nobody waits for any more. */
export type AnswerInThread = (
  method: LongMethod,
  input: unknown,
  signal?: AbortSignal,
) => Promise<Result<unknown>>

export const isLongMethod = (method: string): method is LongMethod => LongMethod.safeParse(method).success

/**
 * Answers a call that may be long: here where it is light, in a thread where it is not. Input that came as bytes was
 * too large to be read here, and is heavy by that alone.
 */
export async function answerByWeight<M extends LongMethod>(
  handlers: Pick<Handlers, LongMethod>,
  answerInThread: AnswerInThread,
  method: M,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  if (input instanceof Json) return answerInThread(method, input, signal)
  const parsed = parse(inputs[method].input, input)
  if (!parsed.ok) return parsed
  const handle: Pick<Handlers, LongMethod>[M] = handlers[method]
  const isTooHeavy: Weights[M] = WEIGHTS[method]
  return isTooHeavy(parsed.value) ? answerInThread(method, input, signal) : handle(parsed.value)
}

type Weights = { readonly [M in LongMethod]: (input: ParsedInput<M>) => boolean }

/** Whether a call is too heavy for the main thread; those that bill an account many times always are. */
const WEIGHTS: Weights = {
  'analysis.compare': ({ catalog, months }) => plansIn(catalog) * months > MOST_COMPARED_MONTHS,
  'analysis.compareMany': ({ catalog, months, usages }) =>
    plansIn(catalog) * months * usages.length > MOST_COMPARED_MONTHS,
  'analysis.curves': ({ catalog, months, pattern }) =>
    isOwn(catalog) || plansIn(catalog) * months * (pattern.kind === 'flat' ? 1 : 4) > MOST_CURVE_MONTHS,
  'analysis.crossovers': ({ catalog }) => isOwn(catalog),
  'analysis.envelope': ({ catalog }) => isOwn(catalog),
  'analysis.variants': () => true,
  'analysis.bothFailures': () => true,
  'analysis.bestUpgrade': () => true,
  'analysis.attribution': () => true,
  'scenarios.run': (scenario) => stepsOf(scenario) > MOST_STEPS,
  'scenarios.explain': ({ scenario }) => stepsOf(scenario) > MOST_STEPS,
  'scenarios.events': (scenario) => stepsOf(scenario) > MOST_STEPS,
  'scenarios.monthlyUsage': ({ months, usage }) => months * streamsIn(usage) > MOST_STREAM_MONTHS,
  // What a document says of itself cannot be trusted before it is read: only its size tells.
  'documents.validate': () => false,
}

/** Plans × months × usages: sixteen usages on a preset over a year take about 4 ms. */
const MOST_COMPARED_MONTHS = 5000

/**
 * Plans × months, four times as many where usage follows a pattern, whose curves are drawn through four times as many
 * points: a preset's over a year take up to 30 ms.
 */
const MOST_CURVE_MONTHS = 400

/** Of a run; so many take about 20 ms. */
const MOST_STEPS = 500

/** Streams × months that are only added up. */
const MOST_STREAM_MONTHS = 10_000

/** Its charges may have any number of tiers, and so its curves any number of corners. */
const isOwn = (catalog: CatalogRef): boolean => typeof catalog !== 'string'

function plansIn(catalog: CatalogRef): number {
  const known = typeof catalog === 'string' ? presets.find(({ id }) => id === catalog) : catalog
  return known?.plans.length ?? 0
}

const streamsIn = (usage: Scenario['usage']): number => (usage.kind === 'streams' ? usage.streams.length : 1)

const TIMES_A_MONTH = { day: 31, week: 5, month: 1, year: 1 }

/** About how much happens in a run: each month each stream, member and refill of a grant; each change; each event. */
function stepsOf({ months, usage, members, grants, changes, usageEvents }: Scenario): number {
  let monthly = streamsIn(usage) + members.length
  for (const { recurrence } of grants)
    monthly += recurrence ? Math.max(1, TIMES_A_MONTH[recurrence.unit] / recurrence.every) : 1
  return months * monthly + changes.length + usageEvents.length
}
