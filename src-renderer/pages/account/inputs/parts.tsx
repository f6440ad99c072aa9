import { type ComponentType, memo } from 'react'
import type { About } from '#shared/about.ts'
import type { AccountPart } from '#shared/screens.ts'
import {
  aboutInLine,
  changesInLine,
  limitsInLine,
  peopleInLine,
  termsInLine,
  usageInLine,
  workspacesInLine,
} from '#renderer/finding/account-parts.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { AboutInputs } from './about/AboutInputs.tsx'
import { ChangeInputs } from './changes/ChangeInputs.tsx'
import { LimitInputs } from './limits/LimitInputs.tsx'
import { PeopleInputs } from './people/PeopleInputs.tsx'
import { TermsInputs } from './terms/TermsInputs.tsx'
import { UsageInputs } from './usage/UsageInputs.tsx'
import { WorkspaceInputs } from './workspaces/WorkspaceInputs.tsx'

/** A part of an account's inputs. */
export interface InputPart {
  readonly id: AccountPart
  readonly title: string
  /** What is in it, in a line, while it is closed. */
  readonly summary: (account: WindowAccount, plans: PlanNames, about: About) => string
  /** The fields of the scenario it edits: a problem of one of them is told in it. */
  readonly fields: readonly (keyof WindowAccount)[]
  /** Drawn anew by what it shows itself, and not with the line of every part. */
  readonly Body: ComponentType
}

/** Every field of a scenario is edited in one of them, but for its name, and for what a result is expected to be. */
export const INPUT_PARTS: readonly InputPart[] = [
  {
    id: 'usage',
    title: 'Usage',
    summary: usageInLine,
    fields: ['usage', 'usageEvents'],
    Body: memo(UsageInputs),
  },
  {
    id: 'terms',
    title: 'Plan and terms',
    summary: (account, plans) => termsInLine(account, plans(account.plan)),
    fields: [
      'catalog',
      'plan',
      'billing',
      'start',
      'months',
      'overage',
      'offers',
      'trial',
      'invoicing',
      'extraSeats',
      'grants',
      'prepaid',
      'policies',
      'customTerms',
    ],
    Body: memo(TermsInputs),
  },
  { id: 'people', title: 'People', summary: peopleInLine, fields: ['members'], Body: memo(PeopleInputs) },
  {
    id: 'workspaces',
    title: 'Workspaces',
    summary: workspacesInLine,
    fields: ['workspaces'],
    Body: memo(WorkspaceInputs),
  },
  {
    id: 'limits',
    title: 'Groups and keys',
    summary: limitsInLine,
    fields: ['groups', 'apiKeys'],
    Body: memo(LimitInputs),
  },
  {
    id: 'changes',
    title: 'Dated changes',
    summary: changesInLine,
    fields: ['changes'],
    Body: memo(ChangeInputs),
  },
  {
    id: 'about',
    title: 'About',
    summary: (_account, _plans, about) => aboutInLine(about),
    fields: [],
    Body: memo(AboutInputs),
  },
]
