import { LARGEST_WHOLE } from '#shared/micros.ts'
import type { Problem } from '#shared/problem.ts'
import type { UsagePattern } from '#shared/usage.ts'
import { wholeCredits } from '#renderer/format/figures.ts'
import { listed, sentences } from './counted.ts'
import type { Sentence } from './finding.ts'
import type { PlanNames } from './plan-names.ts'

/** What was asked when it was refused. */
export interface Refused {
  readonly problems: readonly Problem[]
  readonly months: number
  readonly pattern: UsagePattern
  readonly names: PlanNames
  /** Whether figures of earlier inputs are still to be seen. */
  readonly figures: boolean
}

/** Why inputs cannot be compared and which of them to change, in the place of a finding; null where none was refused. */
export function refusalInWords(refused: Refused): Sentence | null {
  const [first] = refused.problems
  if (!first) return null
  const { why, change } = explained(first, refused)
  return {
    headline: `Cannot be compared: ${why}`,
    detail: sentences(
      change,
      refused.figures ? 'The figures below are the last that could be compared.' : '',
    ),
  }
}

interface Explained {
  /** Goes on after a colon, without a full stop. */
  readonly why: string
  /** What to change, as a sentence. */
  readonly change: string
}

function explained(problem: Problem, refused: Refused): Explained {
  switch (problem.code) {
    case 'amount.out_of_bounds':
      return { why: beyond(problem.path), change: outOfBounds(problem.path, refused) }
    case 'http.token':
    case 'http.ticket':
      return {
        why: 'this page does not belong to the Tierwise that runs now',
        change: 'Put the address that the terminal shows into this window.',
      }
    case 'http.other_user':
      return {
        why: 'the address of this page is for another user of this machine',
        change:
          'Open it as the user who started Tierwise, on whose behalf a tunnel must log in, too; or start a Tierwise of your own.',
      }
    case 'http.ended':
    case 'http.ticket_twice':
      return {
        why: 'the address of this page was opened twice, so this page was shut out',
        change: 'Put the new address that the terminal shows into this window.',
      }
    default:
      return ofField(problem, refused)
  }
}

const beyond = (path: string): string =>
  path === 'usage'
    ? 'the figures grow beyond what can be billed exactly'
    : `${path.startsWith('customTerms') ? 'the terms you put in' : 'the catalogue’s prices'} come to more than can be billed exactly`

function outOfBounds(path: string, { pattern }: Refused): string {
  const most = `The most is ${wholeCredits(LARGEST_WHOLE)} credits or dollars in all.`
  if (path.startsWith('customTerms')) return `${most} Lower the terms of the plan sold by contract.`
  if (path !== 'usage') return `${most} Choose another catalogue.`
  return `${most} Use less usage${less(pattern)} or fewer months.`
}

/** What else makes figures large. */
function less(pattern: UsagePattern): string {
  switch (pattern.kind) {
    case 'flat':
    case 'seasonal':
      return ''
    case 'growth':
      return ', less growth'
    case 'spike':
      return ', a smaller spike'
    case 'steps':
      return ', lower steps'
  }
}

/** Inputs by the path the engine names them with, as they are called on the screen. */
const FIELDS: Readonly<Record<string, string>> = {
  usage: 'Credits a month',
  months: 'Months',
  'pattern.percent': 'Growth a month',
  'pattern.amplitude': 'Up and down by',
  'pattern.peakMonth': 'Peak in month',
  'pattern.month': 'Spike in month',
  'pattern.multiple': 'Times the usage',
  monthly: 'Price a month',
  annual: 'Price a year',
  credits: 'Credits a month',
  overagePerThousand: 'Overage per 1,000',
}

const quoted = (label: string): string => `“${label}”`

/** The fields refused, each once, such as `“Price a month” of Enterprise`. */
function fieldsOf({ problems, names }: Refused): readonly string[] {
  const labels = problems.flatMap(({ path }) => {
    const [field = '', plan = '', term = ''] = path.split('.')
    if (field === 'customTerms' && plan !== '') {
      const label = FIELDS[term]
      return [label === undefined ? `the terms of ${names(plan)}` : `${quoted(label)} of ${names(plan)}`]
    }
    const label = FIELDS[path]
    if (label !== undefined) return [quoted(label)]
    if (path.startsWith('pattern.steps')) return ['“Steps”']
    return field === 'catalog' ? ['the catalogue'] : []
  })
  return [...new Set(labels)]
}

/** A message of the engine is a sentence; here it follows a colon. */
const afterColon = (message: string): string =>
  `${message.charAt(0).toLowerCase()}${message.slice(1)}`.replace(/\.$/, '')

function ofField({ message }: Problem, refused: Refused): Explained {
  const fields = fieldsOf(refused)
  if (fields.length === 0) return { why: afterColon(message), change: '' }
  return {
    why: `${listed(fields)} cannot be used as it is`,
    change: message,
  }
}
