import { Button } from '@mantine/core'
import type { LongQuestion } from '#shared/long-questions.ts'
import { wholePercent } from '#renderer/format/percent.ts'
import type { PartMethod } from '#renderer/queries/part-method.ts'
import { askCancelledAgain, cancelQuestion, useLongQuestions } from '#renderer/state/long-questions.ts'

/** Whatever else is asked first of a result waits until that is billed in full. */
const DOING: Readonly<Record<LongQuestion, string> & Partial<Record<PartMethod, string>>> = {
  'results.attribution': 'Telling costs apart',
  'results.explainAnew': 'Billing again to tell why',
  'results.seats': 'Following the seats',
  'results.fullSeats': 'Trying Full seats',
  'results.apart': 'Billing workspaces apart',
  'results.variants': 'Billing variants',
  'results.bothFailures': 'Trying every plan',
  'results.bestUpgrades': 'Trying upgrade dates',
  'results.onEveryPlan': 'Billing the account on every plan',
  'results.whatToBuy': 'Looking for what to buy and when',
}

/** What of a view takes long enough to be waited for, with a way to call it off and to ask again. */
export function LongQuestions() {
  const asked = useLongQuestions((questions) => questions.asked)
  const isCancelled = useLongQuestions((questions) => questions.isCancelled)
  const shown = asked.find(({ progress }) => progress !== null && progress < 1)
  if (shown === undefined)
    return isCancelled && asked.length === 0 ? (
      <Button size="compact-xs" variant="default" onClick={askCancelledAgain}>
        Work it out again
      </Button>
    ) : null
  const { token, method, progress } = shown
  return (
    <>
      <span>
        {DOING[method] ?? 'Billing the account in full'}: {wholePercent(progress ?? 0)}
      </span>
      <progress value={progress ?? 0} aria-label="How much of it is worked out" />
      <Button size="compact-xs" variant="default" onClick={() => cancelQuestion(token)}>
        Cancel
      </Button>
    </>
  )
}
