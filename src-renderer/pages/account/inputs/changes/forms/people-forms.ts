import {
  IconArmchair,
  IconArmchairOff,
  IconLock,
  IconLockOpen,
  IconUserCog,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react'
import type { Member, SeatType } from '#shared/account.ts'
import type { Plan } from '#shared/catalog.ts'
import {
  type ChangeGround,
  type Choice,
  peopleBy,
  planBefore,
  workspacesOf,
} from '#renderer/finding/change-ground.ts'
import type { ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from '../change-field.ts'
import type { ChangeForm, Forms } from '../change-form.ts'

const SEATS: readonly Choice[] = [
  { value: 'full', label: 'Full' },
  { value: 'basic', label: 'Basic' },
]
const ROLES: readonly Choice[] = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]
const seatOf = (text: string): SeatType => (text === 'full' ? 'full' : 'basic')

/** The last day there is: whoever is invited at all may be named on it. */
const IN_THE_END = { on: '9999-12-31' }

const nobody = (ground: ChangeGround): string | null =>
  peopleBy(ground, IN_THE_END).length === 0 ? 'The account names nobody.' : null

type OfMember = ChangeOf<'removeMember' | 'lockMember' | 'unlockMember' | 'changeSeat'>

const memberField = (change: OfMember, ground: ChangeGround): ChangeField => ({
  control: 'pick',
  label: 'Member',
  path: 'member',
  among: peopleBy(ground, change),
  value: change.member,
  put: (member) => ({ ...change, member }),
})

/** Who is offered first: the last to join, whom a change is likelier about than the owner. */
const someone = (ground: ChangeGround, on: string): string => peopleBy(ground, { on }).at(-1)?.value ?? ''

const planThen = (ground: ChangeGround, change: { readonly on: string }): Plan | undefined =>
  ground.catalog?.plans.find(({ id }) => id === planBefore(ground, change))

const seatSource = (change: { readonly on: string }, ground: ChangeGround): string | undefined =>
  planThen(ground, change)?.seats.full.source

const ceilingSource = (change: { readonly on: string }, ground: ChangeGround): string | undefined =>
  planThen(ground, change)?.seats.basicCeiling?.credits.source

/** What the kinds that only name a member have in common. */
const ofMember = {
  group: 'people',
  impossible: nobody,
  fields: (change: OfMember, ground: ChangeGround) => [memberField(change, ground)],
  source: seatSource,
} as const

/** A name that nobody has yet. */
function newName(ground: ChangeGround): string {
  const known = new Set(peopleBy(ground, IN_THE_END).map(({ value }) => value))
  if (!known.has(NEW_NAME)) return NEW_NAME
  let number = 2
  while (known.has(`${NEW_NAME} ${String(number)}`)) number++
  return `${NEW_NAME} ${String(number)}`
}

const NEW_NAME = 'New member'

const having = (change: ChangeOf<'inviteMember'>, member: Partial<Member>): ChangeOf<'inviteMember'> => ({
  ...change,
  member: { ...change.member, ...member },
})

const inviteFields = (change: ChangeOf<'inviteMember'>, ground: ChangeGround): readonly ChangeField[] => {
  const { id, role, seat, workspace, user } = change.member
  const ofOne: readonly ChangeField[] = [
    {
      control: 'text',
      label: 'Name',
      path: 'member.id',
      value: id,
      put: (text) => having(change, { id: text }),
    },
    {
      control: 'choice',
      label: 'Role',
      path: 'member.role',
      among: ROLES,
      value: role,
      put: (text) => having(change, text === 'admin' ? { role: 'admin', seat: 'full' } : { role: 'member' }),
    },
    {
      control: 'choice',
      label: 'Seat',
      path: 'member.seat',
      among: SEATS,
      value: seat,
      put: (text) => having(change, { seat: seatOf(text) }),
    },
  ]
  if (ground.account.workspaces.length === 0) return ofOne
  return [
    ...ofOne,
    {
      control: 'pick',
      label: 'Workspace',
      path: 'member.workspace',
      among: workspacesOf(ground),
      value: workspace ?? ground.account.workspaces.find(({ kind }) => kind === 'billing')?.id ?? '',
      put: (text) => having(change, { workspace: text }),
    },
    {
      control: 'text',
      label: 'Same person as',
      path: 'member.user',
      value: user ?? '',
      put: (text) => withUser(change, text),
    },
  ]
}

/** The person behind a member of several workspaces; without one, the member is a person by itself. */
function withUser(change: ChangeOf<'inviteMember'>, user: string): ChangeOf<'inviteMember'> {
  const { user: _before, ...member } = change.member
  return { ...change, member: user === '' ? member : { ...member, user } }
}

const soldSeats = ({ catalog }: ChangeGround): string | null =>
  catalog === null || catalog.plans.some(({ seats }) => seats.purchase !== null)
    ? null
    : `${catalog.name} sells no extra seats.`

type OfSeats = ChangeOf<'buySeats' | 'removeSeats'>

const ofSeats = {
  group: 'people',
  impossible: soldSeats,
  fields: (change: OfSeats): readonly ChangeField[] => [
    {
      control: 'count',
      label: 'Full seats',
      path: 'count',
      min: 1,
      value: change.count,
      put: (count) => ({ ...change, count }),
    },
  ],
  source: (change: OfSeats, ground: ChangeGround) => planThen(ground, change)?.seats.purchase?.charge.source,
} as const

const changeSeat: ChangeForm<ChangeOf<'changeSeat'>> = {
  ...ofMember,
  name: 'Change a seat',
  Icon: IconUserCog,
  first: (ground, on) => ({ kind: 'changeSeat', on, member: someone(ground, on), seat: 'full' }),
  fields: (change, ground) => [
    memberField(change, ground),
    {
      control: 'choice',
      label: 'Seat',
      path: 'seat',
      among: SEATS,
      value: change.seat,
      put: (seat) => ({ ...change, seat: seatOf(seat) }),
    },
  ],
  effect: ({ seat }) =>
    seat === 'full'
      ? 'No ceiling holds any more; it takes a Full seat. Nothing is charged while one is free.'
      : 'A Full seat becomes free; the ceiling of Basic seats holds, and what was used this period counts towards it.',
  source: ceilingSource,
}

/** Changes to who is a member and how many seats there are. */
export const PEOPLE_FORMS: Forms<
  'inviteMember' | 'removeMember' | 'lockMember' | 'unlockMember' | 'changeSeat' | 'buySeats' | 'removeSeats'
> = {
  inviteMember: {
    name: 'Invite a member',
    group: 'people',
    Icon: IconUserPlus,
    impossible: () => null,
    first: (ground, on) => ({
      kind: 'inviteMember',
      on,
      member: { id: newName(ground), role: 'member', seat: 'basic', locked: false },
    }),
    fields: inviteFields,
    effect: () => 'Takes a seat of the plan and costs nothing while one is free; without one it is refused.',
    source: seatSource,
  },
  removeMember: {
    ...ofMember,
    name: 'Remove a member',
    Icon: IconUserMinus,
    first: (ground, on) => ({ kind: 'removeMember', on, member: someone(ground, on) }),
    effect: () =>
      'The seat is free at once; what they would have used is blocked from then on. No money is given back.',
  },
  lockMember: {
    ...ofMember,
    name: 'Lock a member',
    Icon: IconLock,
    first: (ground, on) => ({ kind: 'lockMember', on, member: someone(ground, on) }),
    effect: () =>
      'The seat is free at once and the account is kept; all they would use is blocked until they are unlocked.',
  },
  unlockMember: {
    ...ofMember,
    name: 'Unlock a member',
    Icon: IconLockOpen,
    first: (ground, on) => ({ kind: 'unlockMember', on, member: someone(ground, on) }),
    effect: () => 'They take a seat again, if one is free, and draw on the shared credits.',
  },
  changeSeat,
  buySeats: {
    ...ofSeats,
    name: 'Buy Full seats',
    Icon: IconArmchair,
    first: (_ground, on) => ({ kind: 'buySeats', on, count: 1 }),
    effect: () =>
      'Seats and their credits are there at once; the rest of the paid term is charged by its share, every renewal in full.',
  },
  removeSeats: {
    ...ofSeats,
    name: 'Give back Full seats',
    Icon: IconArmchairOff,
    first: (_ground, on) => ({ kind: 'removeSeats', on, count: 1 }),
    effect: () => 'They are kept, and paid for, until the next renewal, which costs less.',
  },
}
