import { openStore } from '#main/store/index.ts'
import type { AccountChange, Member } from '#shared/account.ts'
import { ScenarioContent } from '#shared/library.ts'
import { valueOf } from '../../store/support.ts'

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `${prefix} ${String(place + 1).padStart(2, '0')}`)

/** Something of the website, which counts to the ceiling of a Basic seat: 100 credits for 100 characters. */
const studio = (
  id: string,
  monthly: number,
  whose: { readonly member?: string; readonly workspace?: string },
) => ({
  id,
  ...whose,
  product: 'studio',
  model: 'Multilingual v2',
  monthly: String(monthly),
})

interface Team {
  readonly full: number
  readonly basic: number
  /** What Basic members use a month, the first of them first. */
  readonly uses: readonly number[]
  /** Whether there are three workspaces, which use 100,000, 200,000 and 300,000 credits a month. */
  readonly workspaces: boolean
  readonly changes?: readonly AccountChange[]
}

/** So many people on Enterprise of April 2026, which has 11 Full seats and here one that is bought, for three months. */
export const leaveTeam =
  ({ full, basic, uses, workspaces, changes = [] }: Team) =>
  (folder: string): void => {
    const store = valueOf(openStore({ folder }))
    const people = [
      ...numbered('Full', full).map((id): Member => ({ id, role: 'member', seat: 'full', locked: false })),
      ...numbered('Basic', basic).map((id): Member => ({ id, role: 'member', seat: 'basic', locked: false })),
    ]
    const content = ScenarioContent.parse({
      scenario: {
        schemaVersion: 1,
        name: 'Acme',
        catalog: 'elevenlabs-2026-04',
        plan: 'enterprise',
        extraSeats: 1,
        start: '2026-04-01',
        months: 3,
        members: people,
        workspaces: workspaces
          ? [
              { id: 'us', name: 'Acme US', kind: 'billing', environment: 'us' },
              { id: 'eu', name: 'Acme EU', kind: 'reporting', environment: 'eu' },
              { id: 'india', name: 'Acme India', kind: 'reporting', environment: 'in' },
            ]
          : [],
        changes,
        usage: {
          kind: 'streams',
          streams: [
            ...uses.map((monthly, place) =>
              studio(`own-${String(place)}`, monthly, {
                member: `Basic ${String(place + 1).padStart(2, '0')}`,
              }),
            ),
            ...(workspaces ? ['us', 'eu', 'india'] : []).map((workspace, place) =>
              studio(workspace, (place + 1) * 100_000, { workspace }),
            ),
          ],
        },
      },
    })
    const { id } = valueOf(store.library.create({ name: 'Acme', document: { kind: 'scenario', content } }))
    valueOf(store.settings.change({ openInputs: ['people'], lastScenario: id }))
    store.close()
  }

/** 12 Full and 48 Basic members, one of whom uses 12,000 credits a month against a ceiling of 10,000. */
export const SIXTY_PEOPLE: Team = { full: 12, basic: 48, uses: [12_000], workspaces: false }

/** Three people and three workspaces. */
export const THREE_WORKSPACES: Team = { full: 1, basic: 2, uses: [], workspaces: true }

/** All Full seats held: somebody who would need one is refused it, and two members are locked in turn. */
export const FULL_HOUSE: Team = {
  full: 12,
  basic: 3,
  uses: [12_000],
  workspaces: false,
  changes: [
    { kind: 'lockMember', on: '2026-05-03', member: 'Basic 02' },
    {
      kind: 'inviteMember',
      on: '2026-05-10',
      member: { id: 'Zoe', role: 'member', seat: 'full', locked: false },
    },
    { kind: 'lockMember', on: '2026-06-03', member: 'Full 01' },
  ],
}
