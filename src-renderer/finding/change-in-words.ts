import type { AccountChange, AfterUnlinking, PlanChangeMode } from '#shared/account.ts'
import {
  compactCredits,
  creditsInWords,
  credits,
  money,
  plural,
  shortMoney,
} from '#renderer/format/figures.ts'

export type ChangeKind = AccountChange['kind']
export type ChangeOf<K extends ChangeKind> = Extract<AccountChange, { kind: K }>

/** What a change is spoken of with. An id that nobody named stands for itself. */
export interface ChangeNames {
  readonly currency: string
  readonly plan: (id: string) => string
  readonly pack: (id: string) => string
  readonly coupon: (id: string) => string
  readonly workspace: (id: string) => string
  /** Where a change of plan leads, from the plan that the changes before it lead to. */
  readonly step: (change: ChangeOf<'changePlan'>) => PlanStep
}

/** `same`: only how it is paid for changes. */
export type PlanStep = 'up' | 'down' | 'same' | 'unknown'

interface Words<K extends ChangeKind> {
  /** What happens, as an order: "Lock Ann". */
  readonly full: (change: ChangeOf<K>, names: ChangeNames) => string
  /** What tells it from others of its kind, in a word or two: "Ann". */
  readonly short: (change: ChangeOf<K>, names: ChangeNames) => string
}

const MODES: Readonly<Record<PlanChangeMode, string>> = {
  restartCycle: 'new cycle',
  prorated: 'prorated',
  difference: 'the difference charged',
  doNotBill: 'not billed before the renewal',
}

const STEPS: Readonly<Record<PlanStep, string>> = {
  up: 'Upgrade to',
  down: 'Downgrade to',
  same: 'Stay on',
  unknown: 'Change to',
}

/** When it happens and what it costs until then, where that is known without a run. */
function manner({ mode, timing, billing }: ChangeOf<'changePlan'>, step: PlanStep): string {
  const waits = timing === 'termEnd' || (timing === undefined && step === 'down')
  if (waits) return 'at the end of the term'
  if (mode !== undefined) return MODES[mode]
  if (timing === 'now' || step === 'up') return MODES.restartCycle
  return step === 'same' && billing === 'annual' ? MODES.restartCycle : ''
}

function changePlan(change: ChangeOf<'changePlan'>, { plan, step }: ChangeNames): string {
  const where = step(change)
  const paid =
    change.billing === undefined ? '' : change.billing === 'annual' ? 'billed annually' : 'billed monthly'
  return [`${STEPS[where]} ${plan(change.plan)}`, paid, manner(change, where)]
    .filter((part) => part !== '')
    .join(', ')
}

function autoTopUp({ autoTopUp: auto }: ChangeOf<'autoTopUp'>, { currency }: ChangeNames): string {
  if (auto === 'off') return 'Turn automatic top-up off'
  const by = auto.amount === undefined ? '' : ` by ${money(auto.amount, currency)}`
  const below = auto.below === undefined ? '' : ` below ${money(auto.below, currency)}`
  return `Top up automatically${by}${below}`
}

function afterwards(after: AfterUnlinking, plan: ChangeNames['plan']): string {
  return after.kind === 'removed' ? 'and remove it' : `to go on alone on ${plan(after.plan)}`
}

const limited = (what: string, limit: string | null): string =>
  limit === null ? `Lift the limit of ${what}` : `Limit ${what} to ${creditsInWords(limit)} a period`

const shortLimit = (what: string, limit: string | null): string =>
  limit === null ? `${what}: no limit` : `${what}: ${compactCredits(limit)}`

const SEATS = { full: 'Full', basic: 'Basic' } as const

/** One row for each kind of change; a kind missing here does not compile. */
const WORDS: { readonly [K in ChangeKind]: Words<K> } = {
  changePlan: { full: changePlan, short: ({ plan }, names) => names.plan(plan) },
  cancel: { full: () => 'Cancel at the end of the term', short: () => 'Cancel' },
  refund: { full: () => 'Ask for the term’s price back', short: () => 'Refund' },
  resume: { full: () => 'Take back what waits for the end of the term', short: () => 'Resume' },
  setOverage: {
    full: ({ optIn, spendLimit }, { currency }) => {
      if (!optIn) return 'Turn overage off'
      return spendLimit === null
        ? 'Turn overage on, without a limit'
        : `Turn overage on, up to ${money(spendLimit, currency)} a period`
    },
    short: ({ optIn }) => (optIn ? 'Overage on' : 'Overage off'),
  },
  buySeats: {
    full: ({ count }) => `Buy ${plural(count, 'Full seat')}`,
    short: ({ count }) => `+${plural(count, 'seat')}`,
  },
  removeSeats: {
    full: ({ count }) => `Give back ${plural(count, 'Full seat')}`,
    short: ({ count }) => `−${plural(count, 'seat')}`,
  },
  buyPack: {
    full: ({ pack, count }, names) =>
      count === 1 ? `Buy ${names.pack(pack)}` : `Buy ${credits(count)} × ${names.pack(pack)}`,
    short: ({ pack }, names) => names.pack(pack),
  },
  topUp: {
    full: ({ amount }, { currency }) => `Top up by ${money(amount, currency)}`,
    short: ({ amount }, { currency }) => `+${shortMoney(amount, currency)}`,
  },
  autoTopUp: {
    full: autoTopUp,
    short: ({ autoTopUp: auto }) => (auto === 'off' ? 'Auto top-up off' : 'Auto top-up'),
  },
  redeemCoupon: {
    full: ({ coupon }, names) => `Redeem ${names.coupon(coupon)}`,
    short: ({ coupon }, names) => names.coupon(coupon),
  },
  inviteMember: {
    full: ({ member }) =>
      `Invite ${member.id}, ${member.role === 'admin' ? 'admin, ' : ''}${SEATS[member.seat]} seat`,
    short: ({ member }) => member.id,
  },
  removeMember: { full: ({ member }) => `Remove ${member}`, short: ({ member }) => member },
  lockMember: { full: ({ member }) => `Lock ${member}`, short: ({ member }) => member },
  unlockMember: { full: ({ member }) => `Unlock ${member}`, short: ({ member }) => member },
  changeSeat: {
    full: ({ member, seat }) => `Give ${member} a ${SEATS[seat]} seat`,
    short: ({ member, seat }) => `${member}: ${SEATS[seat]}`,
  },
  setGroupLimit: {
    full: ({ group, limit }) => limited(group, limit),
    short: ({ group, limit }) => shortLimit(group, limit),
  },
  setKeyLimit: {
    full: ({ apiKey, limit }) => limited(`the key ${apiKey}`, limit),
    short: ({ apiKey, limit }) => shortLimit(apiKey, limit),
  },
  setWorkspaceLimit: {
    full: ({ workspace, limit }, names) => limited(names.workspace(workspace), limit),
    short: ({ workspace, limit }, names) => shortLimit(names.workspace(workspace), limit),
  },
  linkWorkspace: {
    full: ({ workspace }, names) => `Link ${names.workspace(workspace)}`,
    short: ({ workspace }, names) => names.workspace(workspace),
  },
  unlinkWorkspace: {
    full: ({ workspace, afterwards: after }, names) =>
      `Unlink ${names.workspace(workspace)} ${afterwards(after, names.plan)}`,
    short: ({ workspace }, names) => names.workspace(workspace),
  },
}

const full = <K extends ChangeKind>(kind: K, change: ChangeOf<K>, names: ChangeNames): string =>
  WORDS[kind].full(change, names)

const short = <K extends ChangeKind>(kind: K, change: ChangeOf<K>, names: ChangeNames): string =>
  WORDS[kind].short(change, names)

/** What a change does, as an order: "Upgrade to Pro, new cycle", "Lock Ann", "Buy 5 Full seats". */
export const changeInWords = (change: AccountChange, names: ChangeNames): string =>
  full(change.kind, change, names)

/** The same in a word or two, beside the sign of its kind: "Pro", "Ann", "+5 seats". */
export const changeInShort = (change: AccountChange, names: ChangeNames): string =>
  short(change.kind, change, names)
