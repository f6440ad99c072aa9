import { describe, expect, it } from 'vitest'
import { findPreset } from '#main/catalogs/index.ts'
import type { AccountChange } from '#shared/account.ts'
import {
  changeNames,
  type ChangeGround,
  goneIn,
  peopleBy,
  planBefore,
  plansOf,
  stepOf,
  workspacesOf,
} from '#renderer/finding/change-ground.ts'
import { changeInWords } from '#renderer/finding/change-in-words.ts'
import { EVERY_CHANGE } from './support/every-change.ts'
import { content } from './support/scenarios.ts'

const invite = (id: string, on: string): AccountChange => ({
  kind: 'inviteMember',
  on,
  member: { id, role: 'member', seat: 'basic', locked: false },
})
const toPlan = (plan: string, on: string) => ({ kind: 'changePlan', on, plan }) as const

describe('what a change can be about', () => {
  const catalog = findPreset('elevenlabs-2026-04') ?? null

  const ground = (changes: readonly AccountChange[] = [], more = {}): ChangeGround => ({
    account: content({ plan: 'creator', changes: [...changes], ...more }).scenario,
    catalog,
  })
  const labels = (choices: readonly { readonly label: string }[]) => choices.map(({ label }) => label)

  it('are the plans in the order of the ladder', () => {
    expect(labels(plansOf(ground()))).toEqual([
      'Free',
      'Starter',
      'Creator',
      'Pro',
      'Scale',
      'Business',
      'Enterprise',
    ])
  })

  it('are members from the start and those invited before, on the same day behind them', () => {
    const people = {
      members: [{ id: 'Ann', role: 'admin', seat: 'full', locked: false }],
    }
    const asked = ground([invite('Late', '2026-05-01'), invite('Eve', '2026-03-01')], people)
    expect(labels(peopleBy(asked, { on: '2026-02-28' }))).toEqual(['Ann'])
    expect(labels(peopleBy(asked, { on: '2026-03-01' }))).toEqual(['Ann', 'Eve'])
    expect(labels(peopleBy(asked, { on: '2026-05-01' }))).toEqual(['Ann', 'Eve', 'Late'])
    expect(peopleBy(asked, { on: '2026-03-01' }).map(({ note }) => note)).toEqual([
      'admin, Full',
      'invited 1 March 2026',
    ])
  })

  it('are reporting workspaces alone where one comes or goes', () => {
    const both = ground([], {
      workspaces: [
        { id: 'us', kind: 'billing', environment: 'us', creditLimit: null },
        { id: 'in', name: 'India', kind: 'reporting', environment: 'in', creditLimit: null },
      ],
    })
    expect(labels(workspacesOf(both))).toEqual(['us', 'India'])
    expect(labels(workspacesOf(both, 'reporting'))).toEqual(['India'])
  })

  it('finds the plan that the changes before lead to, up or down from there', () => {
    const [up, down, same] = [
      toPlan('scale', '2026-03-01'),
      toPlan('pro', '2026-06-01'),
      toPlan('pro', '2026-06-01'),
    ]
    const changes = ground([down, up, same])
    expect([up, down, same].map((change) => planBefore(changes, change))).toEqual(['creator', 'scale', 'pro'])
    expect([up, down, same].map((change) => stepOf(changes, change))).toEqual(['up', 'down', 'same'])
    expect(stepOf(changes, toPlan('nowhere', '2026-12-01'))).toBe('unknown')
    // One that is not made yet comes behind those of its day.
    expect(stepOf(changes, toPlan('creator', '2026-03-01'))).toBe('down')
    expect(changeInWords(up, changeNames(changes))).toBe('Upgrade to Scale, new cycle')
  })

  it.each(Object.values(EVERY_CHANGE))('says what is gone of what a $kind names', (change) => {
    const gone: Readonly<Record<string, string>> = {
      removeMember: 'There is no member “Ann” then.',
      lockMember: 'There is no member “Ann” then.',
      unlockMember: 'There is no member “Ann” then.',
      changeSeat: 'There is no member “Ann” then.',
      setGroupLimit: 'There is no billing group “Design”.',
      setKeyLimit: 'There is no API key “voice-bot”.',
      setWorkspaceLimit: 'There is no workspace “in”.',
      linkWorkspace: 'There is no reporting workspace “in”.',
      unlinkWorkspace: 'There is no reporting workspace “in”.',
      buyPack: 'There is no pack “small”.',
      redeemCoupon: 'There is no coupon “spring”.',
    }
    expect(goneIn(change, ground([change]))).toBe(gone[change.kind] ?? null)
  })

  it('names a plan that is gone, one of a workspace that goes on alone, and who asks', () => {
    expect(goneIn(toPlan('nowhere', '2026-03-01'), ground())).toBe('There is no plan “nowhere”.')
    const alone = { ...EVERY_CHANGE.unlinkWorkspace.afterwards, plan: 'nowhere' }
    const linked = ground([], {
      workspaces: [{ id: 'in', kind: 'reporting', environment: 'in', creditLimit: null }],
    })
    expect(goneIn({ ...EVERY_CHANGE.unlinkWorkspace, afterwards: alone }, linked)).toBe(
      'There is no plan “nowhere”.',
    )
    expect(goneIn({ ...EVERY_CHANGE.cancel, by: 'Zoe' }, ground())).toBe('There is no member “Zoe” then.')
  })

  it('says nothing of plans and packs before the catalogue is read', () => {
    const unread = { ...ground(), catalog: null }
    expect(goneIn(toPlan('nowhere', '2026-03-01'), unread)).toBeNull()
    expect(goneIn(EVERY_CHANGE.buyPack, unread)).toBeNull()
  })

  it('counts a member as there who was invited, and as gone before', () => {
    const asked = ground([invite('Ann', '2026-04-01')])
    expect(goneIn({ ...EVERY_CHANGE.lockMember, on: '2026-04-01' }, asked)).toBeNull()
    expect(goneIn(EVERY_CHANGE.lockMember, asked)).toBe('There is no member “Ann” then.')
  })
})
