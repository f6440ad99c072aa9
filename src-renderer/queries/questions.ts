import type { Input, Invoke, Method, Output } from '#shared/api.ts'
import type { DocumentSummary } from '#shared/library.ts'
import type { Result } from '#shared/result.ts'
import { askAhead, takeAhead } from './with-opening.ts'
import { askAsJob, followed } from './open-results.ts'
import type { PartMethod } from './part-method.ts'
import { type ListWanted, wholeList } from './whole-list.ts'

/**
 * How long an answer holds: `always` where it rests on its input alone, and then a refusal is an answer too; `until told`
 * where it is of the store, which may change, and then a refusal says that the store could not be read this time.
 */
type Holds = 'always' | 'until told'

/**
 * How long an answer is kept: `for a while` after it was last shown, for it may be shown again; `while shown` where what is
 * asked about is a whole account, for each of them is large and with the next edit there is another one.
 */
type Kept = 'for a while' | 'while shown'

/** One question: how long its answer holds and is kept, and the calls that find it. */
interface Row<I, O> {
  readonly holds: Holds
  readonly kept: Kept
  /** `signal` is read only by what ends early once nobody wants to know any more. */
  readonly ask: (invoke: Invoke, input: I, signal: () => AbortSignal) => Promise<Result<O>>
  /** Asks the same of the result that a job opens, with its opening, where an answer takes long enough for that. */
  readonly askAhead?: (invoke: Invoke, input: I, opening: string) => void
}

const calling = <M extends Method>(method: M, holds: Holds): Row<Input<M>, Output<M>> => ({
  holds,
  kept: 'for a while',
  ask: (invoke, input) => invoke(method, input),
})

/** A question about a whole account, whose answer rests on that alone. */
const ofAccount = <M extends Method>(method: M): Row<Input<M>, Output<M>> => ({
  ...calling(method, 'always'),
  kept: 'while shown',
})

/** What is asked of a result, called off once nobody wants to know any more. */
const part = <M extends PartMethod>(method: M): Row<Input<M>, Output<M>> => ({
  holds: 'always',
  kept: 'for a while',
  ask: (invoke, input, signal) => askAsJob(invoke, method, input, signal()),
})

/** What was asked for with the opening of the result is not asked for again. */
const VARIANTS: Row<Input<'results.variants'>, Output<'results.variants'>> = {
  ...part('results.variants'),
  ask: async (invoke, input, signal) => {
    const ahead = takeAhead(input)
    const early = ahead === null ? null : await followed(invoke, 'results.variants', ahead, signal())
    return early?.ok ? early : askAsJob(invoke, 'results.variants', input, signal())
  },
  askAhead,
}

const WHOLE_LIST: Row<ListWanted, readonly DocumentSummary[]> = {
  holds: 'until told',
  kept: 'for a while',
  ask: (invoke, wanted, signal) => wholeList(invoke, wanted, signal()),
}

/** All that is asked and kept: calls of the API that change nothing, and what several of them together tell. */
const TABLE = {
  'app.info': calling('app.info', 'always'),
  'catalogs.list': calling('catalogs.list', 'always'),
  'catalogs.get': calling('catalogs.get', 'always'),
  'analysis.compare': calling('analysis.compare', 'always'),
  'analysis.explainCompared': calling('analysis.explainCompared', 'always'),
  'analysis.curves': calling('analysis.curves', 'always'),
  'analysis.crossovers': calling('analysis.crossovers', 'always'),
  'analysis.envelope': calling('analysis.envelope', 'always'),
  'analysis.variants': ofAccount('analysis.variants'),
  'analysis.bothFailures': ofAccount('analysis.bothFailures'),
  'analysis.bestUpgrade': ofAccount('analysis.bestUpgrade'),
  'analysis.bestUpgrades': ofAccount('analysis.bestUpgrades'),
  'analysis.attribution': ofAccount('analysis.attribution'),
  'scenarios.run': ofAccount('scenarios.run'),
  'scenarios.monthlyUsage': ofAccount('scenarios.monthlyUsage'),
  'scenarios.usageByMonth': ofAccount('scenarios.usageByMonth'),
  'analysis.customerPage': ofAccount('analysis.customerPage'),
  'scenarios.burned': calling('scenarios.burned', 'always'),
  'scenarios.moveWork': ofAccount('scenarios.moveWork'),
  'scenarios.shareOut': ofAccount('scenarios.shareOut'),
  'scenarios.namedUsage': ofAccount('scenarios.namedUsage'),
  'scenarios.seats': ofAccount('scenarios.seats'),
  'scenarios.explain': ofAccount('scenarios.explain'),
  'scenarios.events': ofAccount('scenarios.events'),
  'scenarios.card': ofAccount('scenarios.card'),
  'analysis.difference': ofAccount('analysis.difference'),
  'documents.validate': ofAccount('documents.validate'),
  'documents.schema': calling('documents.schema', 'always'),
  'results.ledger': part('results.ledger'),
  'results.invoices': part('results.invoices'),
  'results.invoice': part('results.invoice'),
  'results.alerts': part('results.alerts'),
  'results.events': part('results.events'),
  'results.grants': part('results.grants'),
  'results.usage': part('results.usage'),
  'results.explain': part('results.explain'),
  'results.explainAnew': part('results.explainAnew'),
  'results.attribution': part('results.attribution'),
  'results.layers': part('results.layers'),
  'results.costs': part('results.costs'),
  'results.seats': part('results.seats'),
  'results.fullSeats': part('results.fullSeats'),
  'results.apart': part('results.apart'),
  'results.variants': VARIANTS,
  'results.bothFailures': part('results.bothFailures'),
  'results.bestUpgrades': part('results.bestUpgrades'),
  'results.onEveryPlan': { ...part('results.onEveryPlan'), kept: 'while shown' },
  'results.whatToBuy': { ...part('results.whatToBuy'), kept: 'while shown' },
  'results.workspaceView': part('results.workspaceView'),
  'examples.list': calling('examples.list', 'always'),
  'library.whole': WHOLE_LIST,
  'library.tags': calling('library.tags', 'until told'),
  'stored.card': calling('stored.card', 'until told'),
  'stored.customerPage': calling('stored.customerPage', 'until told'),
  'stored.difference': calling('stored.difference', 'until told'),
  'library.revisions': calling('library.revisions', 'until told'),
  'library.revision': calling('library.revision', 'until told'),
  'history.state': calling('history.state', 'until told'),
  'store.info': calling('store.info', 'until told'),
  'secrets.state': calling('secrets.state', 'until told'),
  'secrets.protection': calling('secrets.protection', 'until told'),
} as const

export type Question = keyof typeof TABLE

type Contracts = {
  readonly [Q in Question]: (typeof TABLE)[Q] extends Row<infer I, infer O>
    ? { readonly input: I; readonly output: O }
    : never
}
/** What a question is asked about. */
export type Asked<Q extends Question> = Contracts[Q]['input']
/** What it is answered where it is not refused. */
export type Told<Q extends Question> = Contracts[Q]['output']

export const QUESTIONS: { readonly [Q in Question]: Row<Asked<Q>, Told<Q>> } = TABLE
