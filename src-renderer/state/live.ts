import type { Catalog } from '#shared/catalog.ts'
import { type Problem, type Result, succeed } from '#shared/result.ts'
import type { CatalogRef } from '#shared/scenario.ts'
import { fittedRange } from '#renderer/charts/nice.ts'
import type { Asked } from '#renderer/finding/notice.ts'
import { keepList } from '#renderer/finding/plan-names.ts'
import { type Answers, isUnreachable } from '#renderer/queries/answers.ts'
import { latest } from '#renderer/queries/latest.ts'
import { startComparingAhead } from './compare-ahead.ts'
import { compareInput, curvesInput, sameTerms, termsOf } from './compare-input.ts'
import { type Inputs, reachOf, useInputs } from './inputs.ts'
import { useOpenScenario } from './open-scenario.ts'
import { useResults } from './results.ts'
import { setView, useView } from './view.ts'

/** How long the usage rests before the axis is fitted around it again: between two presses of a key it does not. */
const REST_MS = 250

/**
 * The range on screen: chosen, held during a drag in the chart, or fitted around the usage, where a usage on the move
 * keeps the range it is well inside. What is fitted at rest depends on the inputs alone.
 */
function rangeFor(inputs: Inputs, moving: boolean): number {
  const view = useView.getState()
  if (view.range !== 'auto') return view.range
  const fitted = view.heldRange ?? fittedRange(inputs.usage, moving ? view.fittedRange : null)
  if (fitted !== view.fittedRange) setView({ fittedRange: fitted })
  return fitted
}

function setRefused(asked: Asked, problems: readonly Problem[]): void {
  const { refused } = useResults.getState()
  if (problems.length === 0 && refused[asked].length === 0) return
  useResults.setState({ refused: { ...refused, [asked]: problems } })
}

/**
 * Unwraps an answer into the stores: a value is kept, and a refusal is remembered unless it is of inputs that have
 * changed since. That nobody answered is no refusal: the figures stay, and whoever calls notes it.
 */
function settled<T>(asked: Asked, answer: Result<T>, outdated: boolean, keep: (value: T) => void): void {
  if (answer.ok) {
    keep(answer.value)
    setRefused(asked, [])
  } else if (!outdated && !isUnreachable(answer.problems)) {
    setRefused(asked, answer.problems)
  }
}

/** Keeps the results in step with the inputs: `retry` asks for everything again, `stop` ends it. */
export function startLive(answers: Answers): { readonly retry: () => void; readonly stop: () => void } {
  const compare = latest(
    (inputs: Inputs) => answers.ask('analysis.compare', compareInput(inputs)),
    (answer, _inputs, outdated) =>
      settled('compare', answer, outdated, (comparison) =>
        useResults.setState(({ plans }) => ({ comparison, plans: keepList(plans, comparison.plans) })),
      ),
    { known: (inputs) => answers.known('analysis.compare', compareInput(inputs)) },
  )
  const compareAhead = startComparingAhead(answers)

  const preview = latest(
    ({ inputs, usage }: { inputs: Inputs; usage: number }) =>
      answers.ask('analysis.compare', compareInput(inputs, usage)),
    (answer, { inputs }) => {
      const hovering = useView.getState().hover !== null
      if (answer.ok && hovering && sameTerms(inputs, useInputs.getState())) {
        useResults.setState({ preview: answer.value })
      }
    },
    { known: ({ inputs, usage }) => answers.known('analysis.compare', compareInput(inputs, usage)) },
  )
  function askPreview(): void {
    const { hover } = useView.getState()
    if (hover === null) useResults.setState({ preview: null })
    else preview({ inputs: useInputs.getState(), usage: hover })
  }

  const curvesOf = (inputs: Inputs, upTo: number, shorten: boolean) =>
    answers.ask('analysis.curves', { ...curvesInput(inputs, upTo), shorten })

  /** A range that was fitted and not chosen ends where months can still be added up. */
  const curvesOnScreen = ({ inputs, range }: { inputs: Inputs; range: number }) =>
    curvesOf(inputs, range, useView.getState().range === 'auto')
  const curves = latest(curvesOnScreen, (answer, _asked, outdated) =>
    settled('curves', answer, outdated, (value) => useResults.setState({ curves: value })),
  )
  const furthestCurves = ({ inputs, upTo }: { inputs: Inputs; upTo: number }) => curvesOf(inputs, upTo, true)
  const reach = latest(furthestCurves, (answer) => {
    // What was found under other terms must not be told of these.
    if (answer.ok) useResults.setState({ reach: answer.value })
    else if (!isUnreachable(answer.problems)) useResults.setState({ reach: null })
  })

  const catalog = latest(
    (ref: CatalogRef): Promise<Result<Catalog>> =>
      typeof ref === 'string' ? answers.ask('catalogs.get', { id: ref }) : Promise.resolve(succeed(ref)),
    (answer, _ref, outdated) =>
      settled('catalog', answer, outdated, (value) => {
        useResults.setState({ catalog: value })
        // How far to look depends on its quotas.
        refresh(useInputs.getState())
      }),
  )

  async function listCatalogs(): Promise<void> {
    const answer = await answers.ask('catalogs.list', {})
    settled('list', answer, false, (catalogs) => useResults.setState({ catalogs }))
  }

  /** Runs while the usage moves; the axis is fitted when it ends. */
  let resting: ReturnType<typeof setTimeout> | undefined
  function rest(): void {
    clearTimeout(resting)
    resting = undefined
  }
  function move(): void {
    rest()
    resting = setTimeout(() => {
      const { sliding, heldRange } = useView.getState()
      // Letting go comes next.
      if (sliding || heldRange !== null) return
      rest()
      refresh(useInputs.getState())
    }, REST_MS)
  }

  let scenario = useOpenScenario.getState().document?.id
  let shown: { terms: string; range: number; upTo: number } | null = null
  function refresh(inputs: Inputs): void {
    const terms = JSON.stringify(termsOf(inputs))
    const range = rangeFor(inputs, resting !== undefined)
    const upTo = Math.max(reachOf(inputs, useResults.getState().catalog), range)
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
    compareAhead(before.usage)
    const open = useOpenScenario.getState().document?.id
    // How another scenario was looked at is nothing to this one.
    if (open !== scenario) rest()
    else if (inputs.usage !== before.usage) move()
    scenario = open
    refresh(inputs)
    if (!sameTerms(inputs, before)) {
      useResults.setState({ preview: null })
      askPreview()
    }
  })
  const leaveView = useView.subscribe((view, before) => {
    const isTaken =
      (view.sliding && !before.sliding) || (view.heldRange !== null && before.heldRange === null)
    if (isTaken) compareAhead(useInputs.getState().usage)
    if ((before.sliding && !view.sliding) || (before.heldRange !== null && view.heldRange === null)) move()
    if (view.range !== before.range || view.heldRange !== before.heldRange) refresh(useInputs.getState())
    if (view.hover !== before.hover) askPreview()
  })

  everything()
  return {
    retry: everything,
    stop: () => {
      rest()
      leaveInputs()
      leaveView()
    },
  }
}
