import type { BlockCause } from '#shared/run-result.ts'
import type { Stop } from '#shared/seat-report.ts'
import { listed } from './counted.ts'

interface Words {
  /** In a word or two, as the cause of a stop. */
  readonly name: string
  /** As the rest of a sentence: 4,000 credits are blocked … */
  readonly because: string
}

const CAUSES: Readonly<Record<BlockCause, Words>> = {
  poolEmpty: { name: 'No credits left', because: 'because no credits were left' },
  notEnoughLeft: {
    name: 'Too few credits left',
    because: 'because too few credits were left for whole requests',
  },
  spendLimit: { name: 'Spend limit', because: 'by the spend limit' },
  ceiling: { name: 'Basic ceiling', because: 'by the ceiling of a Basic seat' },
  groupLimit: { name: 'Group limit', because: 'by the limit of a group' },
  keyLimit: { name: 'Key limit', because: 'by the limit of an API key' },
  locked: { name: 'Locked', because: 'because their members were locked' },
  noSeat: { name: 'No seat', because: 'because nobody without a seat can use anything' },
  noFeature: { name: 'Not on the plan', because: 'because the plan does not have what was used' },
  workspaceLimit: { name: 'Workspace limit', because: 'by the limit of a workspace' },
  workspaceRemoved: { name: 'Workspace removed', because: 'because a workspace was removed' },
  requestTooLarge: { name: 'Request too large', because: 'because single requests were too large' },
  walletEmpty: { name: 'Prepaid balance empty', because: 'because the prepaid balance was empty' },
}

export const causeName = (cause: BlockCause): string => CAUSES[cause].name

export const becauseOf = (cause: BlockCause): string => CAUSES[cause].because

/** What held somebody back, by name where it has one that is not their own. */
export const stopName = (
  { cause, subject }: Pick<Stop, 'cause' | 'subject'>,
  member: string | null,
): string =>
  subject === null || subject === member ? CAUSES[cause].name : `${CAUSES[cause].name} of ${subject}`

/** Everything that stopped somebody, each once. */
export const stopNames = (stops: readonly Pick<Stop, 'cause' | 'subject'>[], member: string | null): string =>
  listed([...new Set(stops.map((stop) => stopName(stop, member)))])
