import { openStore } from '#main/store/index.ts'
import type { AccountChange } from '#shared/account.ts'
import type { Variant } from '#shared/analysis.ts'
import { ScenarioContent } from '#shared/library.ts'
import { valueOf } from '../../store/support.ts'

/** A scenario as a file has it, open, with every part of its inputs folded away. */
export const leaveScenario =
  (scenario: Readonly<Record<string, unknown>>) =>
  (folder: string): void => {
    leaveContents(folder, [{ scenario }])
  }

/** Scenarios with what is kept beside them, the first of them open with every part of its inputs folded away; answers their ids. */
export function leaveContents(folder: string, contents: readonly unknown[]): readonly string[] {
  const store = valueOf(openStore({ folder }))
  const ids = contents.map((given) => {
    const content = ScenarioContent.parse(given)
    const document = { kind: 'scenario' as const, content }
    return valueOf(store.library.create({ name: content.scenario.name, document })).id
  })
  valueOf(store.settings.change({ openInputs: [], lastScenario: ids[0] ?? null }))
  store.close()
  return ids
}

/** Thirty people who each use 20,000 characters a month, so that a year's ledger has some 10,000 entries. */
export const THIRTY_PEOPLE = {
  schemaVersion: 1,
  name: 'Thirty people',
  catalog: 'elevenlabs-2026-10',
  plan: 'business',
  start: '2026-01-01',
  months: 12,
  overage: { optIn: true },
  members: Array.from({ length: 30 }, (_, place) => ({
    id: `Person ${String(place + 1)}`,
    seat: place < 5 ? 'full' : 'basic',
  })),
  usage: {
    kind: 'streams',
    streams: Array.from({ length: 30 }, (_, place) => ({
      id: `stream-${String(place + 1)}`,
      member: `Person ${String(place + 1)}`,
      product: 'text-to-speech',
      model: 'Multilingual v2',
      monthly: '20000',
    })),
  },
}

/** The part of the account's inputs that dated changes are in. */
const OPEN_INPUTS = ['changes']

/** A year of an account with four people on a plan with three Full seats, its dated changes open, and so many months. */
export const leaveAccount =
  (changes: readonly AccountChange[], months = 12) =>
  (folder: string): void => {
    const store = valueOf(openStore({ folder }))
    const content = ScenarioContent.parse({
      scenario: {
        schemaVersion: 1,
        name: 'Acme',
        catalog: 'elevenlabs-2026-10',
        plan: 'scale',
        start: '2026-01-01',
        months,
        overage: { optIn: true },
        members: [
          { id: 'Ann', role: 'admin', seat: 'full' },
          { id: 'Ben', seat: 'full' },
          { id: 'Cy', seat: 'basic' },
          { id: 'Dee', seat: 'basic' },
        ],
        groups: [{ id: 'Design', members: ['Cy', 'Dee'], limit: '100000' }],
        apiKeys: [{ id: 'voice-bot', member: 'Ben' }],
        changes,
        usage: { kind: 'pattern', monthly: '1400000', pattern: { kind: 'flat' } },
      },
    })
    const { id } = valueOf(store.library.create({ name: 'Acme', document: { kind: 'scenario', content } }))
    valueOf(store.settings.change({ openInputs: OPEN_INPUTS, lastScenario: id }))
    store.close()
  }

/** The worked example over 2026: Creator at 400,000 credits a month on April's prices, compared with variants. */
export const leaveCreator =
  (list: readonly Variant[]) =>
  (folder: string): void => {
    const store = valueOf(openStore({ folder }))
    const content = ScenarioContent.parse({
      scenario: {
        schemaVersion: 1,
        name: 'Creator or Pro',
        catalog: 'elevenlabs-2026-04',
        plan: 'creator',
        start: '2026-01-01',
        months: 12,
        overage: { optIn: true },
        usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } },
      },
      ...(list.length === 0 ? {} : { variants: { list } }),
    })
    const name = 'Creator or Pro'
    const { id } = valueOf(store.library.create({ name, document: { kind: 'scenario', content } }))
    valueOf(store.settings.change({ lastScenario: id }))
    store.close()
  }

/** As many variants as a scenario keeps, one of which cannot be billed. */
export const EIGHT_VARIANTS: readonly Variant[] = [
  { name: 'Pro', plan: 'pro' },
  { name: 'Scale', plan: 'scale' },
  { name: 'Starter', plan: 'starter' },
  { name: 'Billed annually', billing: 'annual' },
  { name: 'Creator, October 2026', catalog: 'elevenlabs-2026-10' },
  { name: 'Without overage', overage: { optIn: false } },
  { name: 'Twice the usage', usageFactor: '2' },
  { name: 'Overage is forgiven', policies: { overageAtPeriodEnd: 'forgive' } },
]

const day = (index: number): string =>
  new Date(Date.UTC(2026, 0, 2) + index * 5 * 86_400_000).toISOString().slice(0, 10)

/** Changes of several kinds, five days after one another. */
export const changesOfAYear = (count: number): readonly AccountChange[] =>
  Array.from({ length: count }, (_, index): AccountChange => {
    const on = day(index % 72)
    switch (index % 5) {
      case 0:
        return { kind: 'lockMember', on, member: 'Cy' }
      case 1:
        return { kind: 'setOverage', on, optIn: index % 2 === 0, spendLimit: null }
      case 2:
        return { kind: 'unlockMember', on, member: 'Cy' }
      case 3:
        return { kind: 'setGroupLimit', on, group: 'Design', limit: String(50_000 + index * 100) }
      default:
        return { kind: 'buySeats', on, count: 1 }
    }
  })

/** An upgrade, a new member and her seat, a key's limit and more overage. */
export const FIVE_CHANGES: readonly AccountChange[] = [
  {
    kind: 'inviteMember',
    on: '2026-02-09',
    member: { id: 'Eve', role: 'member', seat: 'basic', locked: false },
  },
  { kind: 'changePlan', on: '2026-03-12', plan: 'business' },
  { kind: 'changeSeat', on: '2026-03-12T09:30:00Z', member: 'Eve', seat: 'full' },
  { kind: 'setKeyLimit', on: '2026-06-01', apiKey: 'voice-bot', limit: '250000' },
  { kind: 'setOverage', on: '2026-09-15', optIn: true, spendLimit: '500' },
]
