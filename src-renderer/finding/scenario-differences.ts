import { canonicalJson } from '#shared/canonical-json.ts'
import type { AccountChange } from '#shared/account.ts'
import type { WeekdayProfile } from '#shared/usage.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { credits, day, plural } from '#renderer/format/figures.ts'
import { patternInWords } from './base-usage.ts'
import { weekdaysInWords } from './weekdays-in-words.ts'
import { creditsOf, listed } from './counted.ts'

type Scenario = WindowContent['scenario']

/** One field in which two scenarios differ, in words. */
export interface InputDifference {
  readonly field: string
  readonly left: string
  readonly right: string
}

interface Field<K extends keyof Scenario> {
  readonly name: string
  /** What of `value` is not in `other`, in words. */
  readonly words: (value: Scenario[K], other: Scenario[K], scenario: Scenario) => string
}

/** Every field has a row, so that none is added to scenarios and left out here; null where it is nothing that is billed. */
type Fields = { readonly [K in keyof Required<Scenario>]: Field<K> | null }

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

/** Things of a list that the other one does not have as they are, each by its name. */
function listedAs<T>(what: string, nameOf: (item: T) => string) {
  return (items: readonly T[], others: readonly T[]): string => {
    const there = new Set(others.map(canonicalJson))
    const own = items.filter((item) => !there.has(canonicalJson(item))).map(nameOf)
    const count = plural(items.length, what)
    return own.length === 0 ? count : `${count}: ${shortened(own)}`
  }
}

const MOST_NAMED = 5

const shortened = (names: readonly string[]): string =>
  names.length <= MOST_NAMED
    ? listed(names)
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${plural(names.slice(MOST_NAMED).length, 'other')}`

/** The settings of a record that the other one does not have as they are: `burnOrder: oldestFirst`. */
function settingsIn(record: object | undefined, other: object | undefined): string {
  const there = new Set(Object.entries(other ?? {}).map((entry) => canonicalJson(entry)))
  const own = Object.entries(record ?? {}).filter((entry) => !there.has(canonicalJson(entry)))
  return own.length === 0
    ? 'as the catalogue has them'
    : own.map(([name, value]) => `${name}: ${plain(value)}`).join('; ')
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value))

const CHANGE_IN_WORDS: Readonly<Record<AccountChange['kind'], string>> = {
  inviteMember: 'invite a member',
  removeMember: 'remove a member',
  lockMember: 'lock a member',
  unlockMember: 'unlock a member',
  changeSeat: 'change a seat',
  setGroupLimit: 'set a group’s limit',
  changePlan: 'change the plan',
  cancel: 'cancel',
  refund: 'refund',
  resume: 'resume',
  setOverage: 'set overage',
  buySeats: 'buy seats',
  removeSeats: 'remove seats',
  buyPack: 'buy a pack',
  topUp: 'top up',
  autoTopUp: 'set the auto top-up',
  redeemCoupon: 'redeem a coupon',
  linkWorkspace: 'link a workspace',
  unlinkWorkspace: 'unlink a workspace',
  setWorkspaceLimit: 'set a workspace’s limit',
  setKeyLimit: 'set a key’s limit',
}

const FIELDS: Fields = {
  schemaVersion: null,
  name: null,
  catalog: { name: 'Catalogue', words: (catalog) => (typeof catalog === 'string' ? catalog : catalog.name) },
  plan: { name: 'Plan', words: (plan) => plan },
  billing: { name: 'Billed', words: (billing) => (billing === 'annual' ? 'annually' : 'monthly') },
  start: { name: 'Start', words: day },
  months: { name: 'Length', words: (months) => plural(months, 'month') },
  overage: {
    name: 'Overage',
    words: ({ optIn, spendLimit }) =>
      optIn ? `on${spendLimit === undefined ? '' : `, up to ${credits(spendLimit)} a month`}` : 'off',
  },
  offers: { name: 'First-month offers', words: yesNo },
  trial: {
    name: 'Trial',
    words: (trial) => (trial ? `${plural(trial.days, 'day')} with ${creditsOf(trial.credits)}` : 'none'),
  },
  invoicing: {
    name: 'Invoice terms',
    words: (terms, other) => (terms ? settingsIn(terms, other) : 'none'),
  },
  extraSeats: { name: 'Extra seats', words: (seats) => credits(seats) },
  grants: { name: 'Credit grants', words: listedAs('grant', ({ id }) => id) },
  prepaid: {
    name: 'Prepaid',
    words: (prepaid) =>
      prepaid.kind === 'asUsed'
        ? 'paid as it is used'
        : `a balance of ${credits(prepaid.balance)} at the start`,
  },
  policies: { name: 'Policies', words: settingsIn },
  customTerms: { name: 'Agreed terms', words: settingsIn },
  members: { name: 'Members', words: listedAs('member', ({ id }) => id) },
  workspaces: { name: 'Workspaces', words: listedAs('workspace', ({ id, name = id }) => name) },
  groups: { name: 'Billing groups', words: listedAs('group', ({ id }) => id) },
  apiKeys: { name: 'API keys', words: listedAs('key', ({ id }) => id) },
  changes: {
    name: 'Dated changes',
    words: listedAs('change', ({ kind, on }) => `${CHANGE_IN_WORDS[kind]} on ${day(on.slice(0, 10))}`),
  },
  usage: { name: 'Usage', words: (usage, other, { months }) => usageInWords(usage, other, months) },
  usageEvents: { name: 'Usage events', words: ({ kept }) => plural(kept, 'event') },
  expect: null,
}

const onWeekdays = (profile: WeekdayProfile | undefined): string =>
  profile === undefined ? '' : `, ${weekdaysInWords(profile)}`

function usageInWords(usage: Scenario['usage'], other: Scenario['usage'], months: number): string {
  switch (usage.kind) {
    case 'pattern':
      return `${creditsOf(usage.monthly)} a month, ${patternInWords(usage.pattern, months)}${onWeekdays(usage.weekdays)}`
    case 'series':
      return `${plural(usage.credits.length, 'month')} written out: ${usage.credits.map((month) => credits(month)).join(', ')}${onWeekdays(usage.weekdays)}`
    case 'streams':
      return listedAs(
        'stream',
        ({ id, monthly }: { readonly id: string; readonly monthly: string }) =>
          `${id} (${credits(monthly)} a month)`,
      )(usage.streams, other.kind === 'streams' ? other.streams : [])
  }
}

/** In which fields two scenarios differ, and how, in the order in which a person sets them. */
export function inputDifferences(left: Scenario, right: Scenario): readonly InputDifference[] {
  return ORDER.flatMap((key) => differenceIn(key, left, right))
}

const isField = (key: string): key is keyof Scenario => Object.hasOwn(FIELDS, key)

const ORDER = Object.keys(FIELDS).filter(isField)

function differenceIn<K extends keyof Scenario>(
  key: K,
  left: Scenario,
  right: Scenario,
): readonly InputDifference[] {
  const field: Field<K> | null = FIELDS[key]
  if (field === null || canonicalJson({ value: left[key] }) === canonicalJson({ value: right[key] }))
    return []
  return [
    {
      field: field.name,
      left: field.words(left[key], right[key], left),
      right: field.words(right[key], left[key], right),
    },
  ]
}
