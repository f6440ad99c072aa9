import type { AccountChange } from '#shared/account.ts'
import type { Source } from '#shared/catalog.ts'
import type { ChangeGround } from '#renderer/finding/change-ground.ts'
import type { ChangeKind, ChangeOf } from '#renderer/finding/change-in-words.ts'
import type { ChangeField } from './change-field.ts'
import { CHANGE_GROUPS, type ChangeGroup, type Forms } from './change-form.ts'
import { LIMIT_FORMS } from './forms/limit-forms.ts'
import { MONEY_FORMS } from './forms/money-forms.ts'
import { PEOPLE_FORMS } from './forms/people-forms.ts'
import { PLAN_FORMS } from './forms/plan-forms.ts'
import { WORKSPACE_FORMS } from './forms/workspace-forms.ts'

/** One row for each kind of change, in the order of the menu; a kind missing here does not compile. */
const CHANGE_FORMS: Forms<ChangeKind> = {
  ...PLAN_FORMS,
  ...PEOPLE_FORMS,
  ...MONEY_FORMS,
  ...LIMIT_FORMS,
  ...WORKSPACE_FORMS,
}

const isKind = (text: string): text is ChangeKind => Object.hasOwn(CHANGE_FORMS, text)

export const CHANGE_KINDS: readonly ChangeKind[] = Object.keys(CHANGE_FORMS).filter(isKind)

export const nameOf = (kind: ChangeKind): string => CHANGE_FORMS[kind].name
export const groupOf = (kind: ChangeKind): ChangeGroup => CHANGE_FORMS[kind].group
export const iconOf = (kind: ChangeKind) => CHANGE_FORMS[kind].Icon

const fields = <K extends ChangeKind>(kind: K, change: ChangeOf<K>, ground: ChangeGround) =>
  CHANGE_FORMS[kind].fields(change, ground)
const effect = <K extends ChangeKind>(kind: K, change: ChangeOf<K>, ground: ChangeGround) =>
  CHANGE_FORMS[kind].effect(change, ground)
const source = <K extends ChangeKind>(kind: K, change: ChangeOf<K>, ground: ChangeGround) =>
  CHANGE_FORMS[kind].source(change, ground)

/** What there is to set in a change, besides when it happens and who asks for it. */
export const fieldsOf = (change: AccountChange, ground: ChangeGround): readonly ChangeField[] =>
  fields(change.kind, change, ground)

/** What a change does to the bill, in a line. */
export const effectOf = (change: AccountChange, ground: ChangeGround): string =>
  effect(change.kind, change, ground)

/** Where the rule or the price of a change comes from; undefined where the catalogue has nothing of it. */
export function sourceOf(change: AccountChange, ground: ChangeGround): Source | undefined {
  const key = source(change.kind, change, ground)
  return key === undefined ? undefined : ground.catalog?.sources[key]
}

/** A change of a kind as its form offers it first. */
export const firstOf = (kind: ChangeKind, ground: ChangeGround, on: string): AccountChange =>
  CHANGE_FORMS[kind].first(ground, on)

/** A kind in the menu. */
export interface OfferedKind {
  readonly kind: ChangeKind
  readonly name: string
  /** Why there can be no such change; null where there can. */
  readonly why: string | null
}

/** The kinds whose name, or whose group's, holds every word that was typed, by group; a group of none is left out. */
export function offeredKinds(ground: ChangeGround, typed: string) {
  const words = typed.toLowerCase().split(/\s+/)
  return CHANGE_GROUPS.map(({ id, of }) => ({
    group: of,
    kinds: CHANGE_KINDS.filter((kind) => groupOf(kind) === id)
      .filter((kind) => words.every((word) => `${nameOf(kind)} ${of}`.toLowerCase().includes(word)))
      .map((kind): OfferedKind => ({
        kind,
        name: nameOf(kind),
        why: CHANGE_FORMS[kind].impossible(ground),
      })),
  })).filter(({ kinds }) => kinds.length > 0)
}
