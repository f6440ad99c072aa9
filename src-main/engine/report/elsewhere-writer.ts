import type { UsedElsewhere } from '#shared/workspace-result.ts'
import { dateText, type Instant, instantText } from '../calendar/civil.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import { Recorder } from '../record/recorder.ts'

interface Sum {
  readonly from: Instant
  until: Instant
  requests: number
  credits: Credits
  linked: Instant | null
}

/** Writes down what workspaces use before they are linked: it is on no bill of the run, and yet was asked for. */
export class ElsewhereWriter extends Recorder {
  readonly #sums = new Map<string, Sum>()

  get rows(): UsedElsewhere[] {
    return [...this.#sums].map(([workspace, { from, until, requests, credits, linked }]) => ({
      workspace,
      from: instantText(from),
      to: instantText(until),
      requests,
      credits: creditsText(credits),
      why:
        linked === null
          ? 'The workspace is never linked in this run: what it uses is billed where it is.'
          : `Used before the workspace was linked on ${dateText(linked)}: billed where it was then.`,
    }))
  }

  override usedElsewhere(
    at: Instant,
    until: Instant,
    workspace: string,
    requests: number,
    credits: Credits,
  ): void {
    const sum = this.#sums.get(workspace) ?? { from: at, until, requests: 0, credits: 0, linked: null }
    sum.until = until
    sum.requests += requests
    sum.credits += credits
    this.#sums.set(workspace, sum)
  }

  override workspaceLinked(at: Instant, workspace: string): void {
    const sum = this.#sums.get(workspace)
    if (sum !== undefined) sum.linked ??= at
  }
}
