import { create } from 'zustand'
import { followJobs, type JobUnderWay } from '#renderer/queries/jobs.ts'
import { isOfTheMoment } from '#renderer/queries/of-the-moment.ts'
import { problemsOf } from '#renderer/queries/answers.ts'
import { answers, call } from './answers.ts'

/** What this window asks of a result, and how far it is: null while it is not known to take long. */
export interface LongAsked extends JobUnderWay {
  readonly progress: number | null
}

interface LongQuestions {
  readonly asked: readonly LongAsked[]
  /** Whether the person called one off that is still shown, without an answer. */
  readonly isCancelled: boolean
}

/** What this window waits for. */
export const useLongQuestions = create<LongQuestions>(() => ({ asked: [], isCancelled: false }))

followJobs((jobs) => {
  const { asked } = useLongQuestions.getState()
  useLongQuestions.setState({
    asked: jobs.map((job) => asked.find(({ token }) => token === job.token) ?? { ...job, progress: null }),
  })
})

/** Told how far a job is, whoever's it is. */
export function heardOfQuestion(token: string, progress: number): void {
  const { asked } = useLongQuestions.getState()
  if (!asked.some((one) => one.token === token)) return
  useLongQuestions.setState({
    asked: asked.map((one) => (one.token === token ? { ...one, progress } : one)),
  })
}

/** Calls one off, which is then shown as cancelled. */
export function cancelQuestion(token: string): void {
  useLongQuestions.setState({ isCancelled: true })
  void call('results.cancel', { token })
}

/** Asks again what is shown and was cancelled. */
export function askCancelledAgain(): void {
  useLongQuestions.setState({ isCancelled: false })
  void answers.client.refetchQueries({
    type: 'active',
    predicate: ({ state }) => isOfTheMoment(problemsOf(state.error)),
  })
}

/** Another result is shown, of which everything is asked anew. */
export const forgetCancelled = (): void => useLongQuestions.setState({ isCancelled: false })
