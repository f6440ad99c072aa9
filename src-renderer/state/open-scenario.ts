import { create } from 'zustand'
import type { DocumentSummary } from '#shared/library.ts'
import type { Problem } from '#shared/problem.ts'
import type { WindowContent, WindowScenario } from '#shared/window-document.ts'
import { answers, call } from './answers.ts'
import { type Inputs, useInputs } from './inputs.ts'
import { nameInAddress } from './route.ts'
import { inputsOf, wholeFigure } from './scenario-inputs.ts'
import { changeSettings, useSettings } from './settings.ts'
import { setView } from './view.ts'

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string }

/** A change of the open scenario that is not kept yet; made anew where the store turns out to have another state. */
export interface Edit {
  /** What it did, as undo names it: "Lock Ann". */
  readonly label: string
  /** What it changes. Of edits of the same thing, one after the other, the last one's label tells. */
  readonly of: string
  /** The very same content where there is nothing to change. */
  readonly change: (content: WindowContent) => WindowContent
}

/** The scenario that screens show and edit. */
export interface OpenScenario {
  /** Whether it is known what to show: a scenario, or that none could be opened. */
  readonly ready: boolean
  /** As the store last had it; null until one is open. */
  readonly document: WindowScenario | null
  /** Edits that are not kept yet, oldest first. */
  readonly edits: readonly Edit[]
  /** What the store has, with those edits. */
  readonly draft: WindowContent | null
  /** What the Compare screen shows of `draft` where nothing was changed on it since. */
  readonly shown: Inputs | null
  readonly save: SaveState
  /** What happened to it without being asked, until the next edit. */
  readonly notice: string | null
  /** Why the engine cannot bill its usage of streams, which is shown as 0 then. */
  readonly unbilled: Problem | null
}

export const NOTHING_OPEN: OpenScenario = {
  ready: false,
  document: null,
  edits: [],
  draft: null,
  shown: null,
  save: { kind: 'saved' },
  notice: null,
  unbilled: null,
}

export const useOpenScenario = create<OpenScenario>(() => NOTHING_OPEN)

export const setOpen = (change: Partial<OpenScenario>): void => useOpenScenario.setState(change)

/** Content by another name: that of its scenario is the document's. */
const called = (content: WindowContent, name: string): WindowContent =>
  content.scenario.name === name ? content : { ...content, scenario: { ...content.scenario, name } }

/** The open scenario under what the store says of it by now; what is billed bears its name. */
export function setSummary(summary: Omit<DocumentSummary, 'id'>): void {
  const { document, draft } = useOpenScenario.getState()
  if (!document) return
  const { name } = summary
  const content = called(document.content, name)
  setOpen({
    document: { ...document, ...summary, kind: 'scenario', content },
    draft: draft === document.content ? content : draft && called(draft, name),
  })
}

export const reasonOf = (problems: readonly Problem[]): string =>
  problems[0]?.message ?? 'Something went wrong.'

/** Shows a scenario as the store has it, with the figure a month that stands for its usage. */
export function present(document: WindowScenario, usage: MonthlyUsage, notice: string | null): void {
  const { document: before } = useOpenScenario.getState()
  const dormant = before?.id === document.id ? useInputs.getState() : undefined
  const shown = inputsOf(document.content, usage.credits, dormant)
  // A name is typed for one scenario, and lands on no other.
  if (before?.id !== document.id) setView({ naming: null })
  setOpen({
    document,
    edits: [],
    draft: document.content,
    shown,
    save: { kind: 'saved' },
    notice,
    unbilled: usage.problem,
  })
  useInputs.setState(shown, true)
  if (before?.id === document.id) return
  nameInAddress(document.id)
  if (useSettings.getState().lastScenario !== document.id) void changeSettings({ lastScenario: document.id })
}

export interface MonthlyUsage {
  readonly credits: number
  readonly problem: Problem | null
}

/**
 * Usage as the one figure a month that the Compare screen sets; 0, and why, where the engine cannot bill the scenario.
 * Only the engine averages months and rounds fractions; a whole figure needs neither.
 */
export async function monthlyUsageOf({ scenario }: WindowContent): Promise<MonthlyUsage> {
  const whole = wholeFigure(scenario.usage)
  if (whole !== null) return { credits: whole, problem: null }
  const answer = await answers.ask('scenarios.monthlyUsage', { ...scenario, usageEvents: [] })
  if (!answer.ok) return { credits: 0, problem: answer.problems[0] ?? null }
  return { credits: Number(answer.value), problem: null }
}

/** A document's newest state, where it is a scenario. */
export async function fetchScenario(id: string): Promise<WindowScenario | null> {
  const answer = await call('library.get', { id })
  return answer.ok && answer.value.kind === 'scenario' ? answer.value : null
}
