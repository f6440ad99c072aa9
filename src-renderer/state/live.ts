import type { Invoke } from '#shared/api.ts'
import type { Problem, Result } from '#shared/problem.ts'
import { fittedRange } from '#renderer/charts/nice.ts'
import { latest } from '#renderer/client/latest.ts'
import { UNREACHABLE } from '#renderer/client/transport-http.ts'
import { keepList } from '#renderer/finding/plan-names.ts'
import { MOST_USAGE } from '#renderer/fields/usage-scale.ts'
import { type Inputs, patternOf, quotesOf, useInputs } from './inputs.ts'
import { useResults } from './results.ts'
import { useView, type View } from './view.ts'

const termsOf = (inputs: Inputs) => ({
  catalog: inputs.catalog,
  months: inputs.months,
  billing: inputs.billing,
  overage: inputs.overage,
  offers: inputs.offers,
  pattern: patternOf(inputs),
  customTerms: quotesOf(inputs),
})

const compareInput = (inputs: Inputs) => ({
  ...termsOf(inputs),
  usage: String(inputs.usage),
  focus: inputs.focus,
})

const isUnreachable = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.code === UNREACHABLE)

let autoRange: number | null = null

/** The range on screen: chosen, held during a drag, or fitted around the usage. */
function rangeOf(view: View, usage: number): number {
  if (view.range !== 'auto') return view.range
  autoRange = view.heldRange ?? fittedRange(usage, autoRange)
  return autoRange
}

/** Unwraps an answer into the stores: a value is kept, a lost connection and a refusal are remembered. */
function settled<T>(answer: Result<T>, keep: (value: T) => void): void {
  if (answer.ok) {
    keep(answer.value)
    if (useResults.getState().unreachable) useResults.setState({ unreachable: false })
  } else if (isUnreachable(answer.problems)) {
    useResults.setState({ unreachable: true })
  } else {
    useResults.setState({ problems: answer.problems })
  }
}

/** Keeps the results in step with the inputs: `retry` asks for everything again, `stop` ends it. */
export function startLive(invoke: Invoke): { readonly retry: () => void; readonly stop: () => void } {
  const compare = latest(
    (inputs: Inputs) => invoke('analysis.compare', compareInput(inputs)),
    (answer) =>
      settled(answer, (comparison) =>
        useResults.setState(({ plans }) => ({
          comparison,
          plans: keepList(plans, comparison.plans),
          problems: [],
        })),
      ),
  )

  const preview = latest(
    ({ inputs, usage }: { inputs: Inputs; usage: number }) =>
      invoke('analysis.compare', { ...compareInput(inputs), usage: String(usage) }),
    (answer) => answer.ok && useResults.setState({ preview: answer.value }),
  )

  /** Curves depend on terms and range, never on usage: those of the current terms are kept by range. */
  const known = new Map<string, ReturnType<typeof loadCurves>>()
  let knownTerms = ''
  function loadCurves(inputs: Inputs, upTo: number) {
    return invoke('analysis.curves', { ...termsOf(inputs), upTo: String(upTo) })
  }
  async function curvesOf(inputs: Inputs, upTo: number) {
    const terms = JSON.stringify(termsOf(inputs))
    if (terms !== knownTerms) known.clear()
    knownTerms = terms
    const key = String(upTo)
    const answer = known.get(key) ?? loadCurves(inputs, upTo)
    known.set(key, answer)
    const settledAnswer = await answer
    if (!settledAnswer.ok) known.delete(key)
    return settledAnswer
  }

  const curves = latest(
    ({ inputs, range }: { inputs: Inputs; range: number }) => curvesOf(inputs, range),
    (answer) => settled(answer, (value) => useResults.setState({ curves: value })),
  )
  const reach = latest(
    ({ inputs, upTo }: { inputs: Inputs; upTo: number }) => curvesOf(inputs, upTo),
    (answer) => answer.ok && useResults.setState({ reach: answer.value }),
  )

  const catalog = latest(
    (id: string) => invoke('catalogs.get', { id }),
    (answer) => settled(answer, (value) => useResults.setState({ catalog: value })),
  )

  async function listCatalogs(): Promise<void> {
    settled(await invoke('catalogs.list', {}), (catalogs) => useResults.setState({ catalogs }))
  }

  let shown: { terms: string; range: number; upTo: number } | null = null
  function refresh(inputs: Inputs): void {
    const terms = JSON.stringify(termsOf(inputs))
    const range = rangeOf(useView.getState(), inputs.usage)
    const upTo = Math.max(MOST_USAGE, range)
    if (shown?.terms !== terms || shown.upTo !== upTo) reach({ inputs, upTo })
    if (shown?.terms !== terms || shown.range !== range) curves({ inputs, range })
    shown = { terms, range, upTo }
  }

  function everything(): void {
    const inputs = useInputs.getState()
    shown = null
    void listCatalogs()
    catalog(inputs.catalog)
    compare(inputs)
    refresh(inputs)
  }

  const leaveInputs = useInputs.subscribe((inputs, before) => {
    if (inputs.catalog !== before.catalog) catalog(inputs.catalog)
    compare(inputs)
    refresh(inputs)
  })
  const leaveView = useView.subscribe((view, before) => {
    if (view.range !== before.range || view.heldRange !== before.heldRange) refresh(useInputs.getState())
    if (view.hover !== before.hover && view.hover !== null) {
      preview({ inputs: useInputs.getState(), usage: view.hover })
    }
  })

  everything()
  return {
    retry: everything,
    stop: () => {
      leaveInputs()
      leaveView()
    },
  }
}
