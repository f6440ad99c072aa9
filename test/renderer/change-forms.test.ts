import { describe, expect, it } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import { AccountChange } from '#shared/account.ts'
import type { ChangeGround } from '#renderer/finding/change-ground.ts'
import type { ChangeKind } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from '#renderer/pages/account/inputs/changes/change-field.ts'
import {
  CHANGE_KINDS,
  effectOf,
  fieldsOf,
  firstOf,
  groupOf,
  nameOf,
  offeredKinds,
  sourceOf,
} from '#renderer/pages/account/inputs/changes/change-forms.ts'
import { EVERY_CHANGE } from './support/every-change.ts'
import { content } from './support/scenarios.ts'

const ON = '2026-03-12'
const account = content({ plan: 'creator' }).scenario

/** An account that has one of everything that a change may be about. */
const FULL: ChangeGround = {
  catalog: findPreset('elevenlabs-2026-10') ?? null,
  account: {
    ...account,
    plan: 'scale',
    prepaid: { kind: 'wallet', balance: '0', autoTopUp: 'off' },
    members: [{ id: 'Ann', role: 'admin', seat: 'full', locked: false }],
    groups: [{ id: 'Design', members: ['Ann'], limit: null }],
    apiKeys: [{ id: 'voice-bot', limit: null }],
    workspaces: [
      { id: 'us', kind: 'billing', environment: 'us', creditLimit: null },
      { id: 'in', name: 'India', kind: 'reporting', environment: 'in', creditLimit: null },
    ],
    invoicing: {
      discounts: [],
      coupons: [
        {
          id: 'spring',
          name: 'Spring offer',
          value: { kind: 'percent', percent: '10' },
          duration: { kind: 'forever' },
          maxRedemptions: 1,
        },
      ],
      taxes: [],
      numberPrefix: '',
      netDays: 0,
    },
  },
}
const BARE: ChangeGround = { catalog: findPreset('elevenlabs-2026-04') ?? null, account }

/** Another value for a field than it has. */
function changed(field: ChangeField): AccountChange {
  switch (field.control) {
    case 'pick':
    case 'choice':
      return field.put(field.among.find(({ value }) => value !== field.value)?.value ?? field.value)
    case 'count':
      return field.put(field.value + 1)
    case 'amount':
      return field.put('1234.5')
    case 'text':
      return field.put('Somebody else')
    case 'toggle':
      return field.put(!field.value)
  }
}

/** Admins hold Full seats, and what is off has no limit. */
const GOES_ALONG: Readonly<Record<string, string>> = { 'member.role': 'member.seat', optIn: 'spendLimit' }

const isAbout = ({ path: own }: ChangeField, path: string): boolean =>
  path.startsWith(own) || own.startsWith(path) || GOES_ALONG[own] === path

/** Whether there is nothing else to pick. */
const isAlone = (field: ChangeField): boolean => field.control === 'pick' && field.among.length < 2

function valuesIn(change: object, prefix = ''): ReadonlyMap<string, unknown> {
  const found = Object.entries(change).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...valuesIn(value, `${prefix}${key}.`)]
      : [[`${prefix}${key}`, value] as const],
  )
  return new Map(found)
}

function pathsThatDiffer(one: AccountChange, other: AccountChange): readonly string[] {
  const [before, after] = [valuesIn(one), valuesIn(other)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
}

describe('the forms of changes', () => {
  it('are there for every kind, each with a name of its own', () => {
    expect(CHANGE_KINDS.toSorted()).toEqual(Object.keys(EVERY_CHANGE).toSorted())
    expect(new Set(CHANGE_KINDS.map(nameOf)).size).toBe(21)
  })

  it.each(CHANGE_KINDS)('offer a %s that a file may hold, on the day asked for', (kind) => {
    const first = firstOf(kind, FULL, ON)
    expect(first).toMatchObject({ kind, on: ON })
    expect(AccountChange.safeParse(first).success || kind === 'buyPack').toBe(true)
    expect(effectOf(first, FULL)).toMatch(/\.$/)
  })

  it.each(Object.values(EVERY_CHANGE))('set each field of a $kind, and nothing else', (change) => {
    for (const field of fieldsOf(change, FULL)) {
      const other = changed(field)
      expect(AccountChange.safeParse(other).error?.issues ?? []).toEqual([])
      expect(other).toMatchObject({ kind: change.kind, on: ON })
      expect(pathsThatDiffer(change, other).filter((path) => !isAbout(field, path))).toEqual([])
      expect(isAlone(field) || pathsThatDiffer(change, other).length > 0).toBe(true)
    }
  })

  it('offer the next plan up, and a name that nobody has', () => {
    expect(firstOf('changePlan', BARE, ON)).toEqual({ kind: 'changePlan', on: ON, plan: 'pro' })
    const taken = {
      ...EVERY_CHANGE.inviteMember,
      member: { ...EVERY_CHANGE.inviteMember.member, id: 'New member' },
    }
    const ground = { ...BARE, account: { ...account, changes: [taken] } }
    expect(firstOf('inviteMember', ground, ON)).toMatchObject({ member: { id: 'New member 2' } })
  })

  it('offer who joined last before the owner, and the overage that is not', () => {
    const members = [
      ...FULL.account.members,
      { id: 'Ben', role: 'member', seat: 'basic', locked: false } as const,
    ]
    expect(firstOf('lockMember', { ...FULL, account: { ...FULL.account, members } }, ON)).toMatchObject({
      member: 'Ben',
    })
    expect(firstOf('setOverage', BARE, ON)).toMatchObject({ optIn: !account.overage.optIn })
  })

  it('leave what is as usual out of a change of plan', () => {
    const change = { ...EVERY_CHANGE.changePlan, billing: 'annual', mode: 'prorated', timing: 'now' } as const
    const put = (path: string) => fieldsOf(change, FULL).find((field) => field.path === path)
    for (const path of ['billing', 'mode', 'timing']) {
      const field = put(path)
      if (field?.control !== 'pick' && field?.control !== 'choice') throw new Error(path)
      expect(field.put('')).not.toHaveProperty(path)
      expect(Object.keys(field.put(''))).toHaveLength(Object.keys(change).length - 1)
    }
  })

  it('make an admin hold a Full seat', () => {
    const role = fieldsOf(EVERY_CHANGE.inviteMember, BARE).find(({ path }) => path === 'member.role')
    if (role?.control !== 'choice') throw new Error('There is no choice of roles.')
    expect(role.put('admin')).toMatchObject({ member: { role: 'admin', seat: 'full' } })
  })

  it('name the source of the rule or the price, where the catalogue has it', () => {
    const titles = (ground: ChangeGround, kind: ChangeKind) => sourceOf(EVERY_CHANGE[kind], ground)?.basis
    expect(sourceOf(EVERY_CHANGE.changePlan, FULL)?.title).toContain('pricing')
    expect(titles(FULL, 'buySeats')).toBe('assumed')
    expect(sourceOf(EVERY_CHANGE.changeSeat, FULL)).toBeDefined()
    expect(sourceOf(EVERY_CHANGE.setOverage, FULL)).toBeDefined()
    expect(sourceOf(EVERY_CHANGE.linkWorkspace, FULL)).toBeDefined()
    expect(sourceOf(EVERY_CHANGE.cancel, FULL)).toBeUndefined()
    expect(sourceOf(EVERY_CHANGE.topUp, BARE)).toBeUndefined()
  })

  it('say what a downgrade, an upgrade and a year that ends do to the bill', () => {
    const plan = EVERY_CHANGE.changePlan
    expect(effectOf({ ...plan, plan: 'scale' }, BARE)).toContain('charged in full that day')
    expect(effectOf({ ...plan, plan: 'starter' }, BARE)).toContain('until the paid term ends')
    expect(effectOf({ ...plan, plan: 'starter', timing: 'now', mode: 'prorated' }, BARE)).toContain(
      'is credited',
    )
    expect(effectOf({ ...plan, plan: 'creator', billing: 'monthly' }, BARE)).toContain('A year that is paid')
  })
})

describe('the menu of kinds', () => {
  const offered = (ground: ChangeGround, typed: string) =>
    offeredKinds(ground, typed).flatMap(({ kinds }) => kinds)
  const why = (ground: ChangeGround) =>
    Object.fromEntries(
      offered(ground, '').flatMap(({ kind, why: reason }) => (reason === null ? [] : [[kind, reason]])),
    )

  it('has every kind once, by group', () => {
    const groups = offeredKinds(FULL, '')
    expect(groups.map(({ group }) => group)).toEqual([
      'Plan',
      'Seats and people',
      'Money',
      'Limits',
      'Workspaces',
    ])
    expect(offered(FULL, '').map(({ kind }) => kind)).toEqual(CHANGE_KINDS)
    expect(groupOf('buySeats')).toBe('people')
  })

  it('is searched by words of a kind or its group', () => {
    expect(offered(FULL, 'full buy').map(({ kind }) => kind)).toEqual(['buySeats'])
    expect(offered(FULL, 'WORKSPACES').map(({ kind }) => kind)).toEqual(['linkWorkspace', 'unlinkWorkspace'])
    expect(offeredKinds(FULL, 'nonsense')).toEqual([])
  })

  it('says why there can be none, of an account and a catalogue that have nothing for it', () => {
    expect(why(BARE)).toEqual({
      refund: 'ElevenLabs, April 2026 gives no price back.',
      removeMember: 'The account names nobody.',
      lockMember: 'The account names nobody.',
      unlockMember: 'The account names nobody.',
      changeSeat: 'The account names nobody.',
      buyPack: 'ElevenLabs, April 2026 has no packs.',
      topUp: 'The account keeps no prepaid balance of its own.',
      autoTopUp: 'The account keeps no prepaid balance of its own.',
      redeemCoupon: 'No coupon is agreed in the terms.',
      setGroupLimit: 'The account has no billing groups.',
      setKeyLimit: 'The account has no API keys.',
      setWorkspaceLimit: 'The account has no workspaces.',
      linkWorkspace: 'The account has no reporting workspaces.',
      unlinkWorkspace: 'The account has no reporting workspaces.',
    })
    expect(why(FULL)).toEqual({ buyPack: 'ElevenLabs, October 2026 has no packs.' })
  })

  it('says that a catalogue sells no seats', () => {
    const { buySeats, removeSeats } = why({ ...BARE, catalog: findPreset('dodo-elevenlabs') ?? null })
    expect(removeSeats).toBe(buySeats)
    expect(buySeats).toMatch(/ sells no extra seats\.$/)
  })

  it('takes somebody who is invited later for a member there can be', () => {
    const ground = { ...BARE, account: { ...account, changes: [EVERY_CHANGE.inviteMember] } }
    expect(why(ground)).not.toHaveProperty('lockMember')
  })
})
