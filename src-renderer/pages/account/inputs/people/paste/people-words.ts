import type { Member, SeatType } from '#shared/account.ts'

/** What a column of a list of people holds. */
export const MEANINGS = ['name', 'mail', 'team', 'seat', 'role', 'workspace', 'usage', 'ignore'] as const
export type Meaning = (typeof MEANINGS)[number]

/** A word as it is looked up: without capitals, marks between words, or what stands in brackets. */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const HEADS: Readonly<Record<Exclude<Meaning, 'ignore'>, readonly string[]>> = {
  name: [
    'name',
    'names',
    'full name',
    'first name',
    'last name',
    'given name',
    'family name',
    'surname',
    'display name',
    'person',
    'people',
    'user',
    'username',
    'user name',
    'member',
    'members',
    'employee',
  ],
  mail: ['mail', 'email', 'e mail', 'mail address', 'email address', 'e mail address', 'user email'],
  team: ['team', 'teams', 'group', 'billing group', 'department', 'division', 'cost centre', 'cost center'],
  seat: ['seat', 'seats', 'seat type', 'type of seat', 'licence', 'license', 'license type', 'access'],
  role: ['role', 'roles', 'permission', 'permissions'],
  workspace: ['workspace', 'workspaces'],
  usage: [
    'usage',
    'monthly usage',
    'usage a month',
    'usage per month',
    'own usage',
    'credits',
    'credits a month',
    'credits per month',
    'monthly credits',
    'characters',
    'minutes',
  ],
}

const headMeanings: ReadonlyMap<string, Meaning> = new Map(
  MEANINGS.flatMap((meaning) =>
    meaning === 'ignore' ? [] : HEADS[meaning].map((word) => [word, meaning] as const),
  ),
)

/** What a column of that heading holds; undefined where the heading says nothing. */
export const meaningOfHead = (head: string): Meaning | undefined => headMeanings.get(plainWord(head))

const SEATS: Readonly<Record<string, SeatType>> = { full: 'full', editor: 'full', basic: 'basic' }

/** Words of people who only look, who may have a Basic seat or none. */
const LOOKING: ReadonlySet<string> = new Set([
  'viewer',
  'view',
  'view only',
  'read',
  'read only',
  'reader',
  'commenter',
  'observer',
  'guest',
  'light',
  'lite',
])

const withoutSeat = (text: string): string => plainWord(text).replace(/ (seat|licen[cs]e|user|member)$/, '')

/** The seat that a word is sure to mean. */
export const seatOf = (word: string): SeatType | undefined => SEATS[withoutSeat(word)]

/** Whether a word is one of somebody who only looks. */
export const isLooking = (word: string): boolean => LOOKING.has(withoutSeat(word))

const ROLES: Readonly<Record<string, Member['role']>> = {
  admin: 'admin',
  administrator: 'admin',
  owner: 'admin',
  'workspace admin': 'admin',
  'workspace owner': 'admin',
  member: 'member',
  user: 'member',
}

/** The role that a word means; an owner is an admin. */
export const roleOf = (word: string): Member['role'] | undefined => ROLES[plainWord(word)]

/** An address, by itself or behind a name: `Ann <ann@example.com>`. */
const MAIL = /^(?:(.*?)\s*<)?([^\s<>@,;]+)@[^\s<>@,;]+>?$/

/** The name that stands before an address, and the part of the address before its @; null for other text. */
export function readMail(text: string): { readonly name: string; readonly account: string } | null {
  const [, name = '', account] = MAIL.exec(text) ?? []
  return account === undefined ? null : { name: name.replaceAll('"', '').trim(), account }
}
