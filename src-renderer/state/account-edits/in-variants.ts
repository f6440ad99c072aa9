import type { AccountChange } from '#shared/account.ts'
import type { Variant } from '#shared/variant.ts'
import type { WindowContent } from '#shared/window-document.ts'
import type { WindowAccount } from '../draft.ts'

/** An edit that renames or removes somebody or something, and whatever names them. */
type AccountEdit = (account: WindowAccount) => WindowAccount

/**
 * An edit of an account that its variants follow: what is renamed is renamed in their seats and dated changes, and what
 * names somebody who is removed goes from these as from the account's own. A variant of whose seats or added changes
 * nothing is left says nothing of them any more; changes that take the place of the account's are then none.
 */
export const throughout =
  (edit: AccountEdit) =>
  (content: WindowContent): WindowContent => {
    const scenario = edit(content.scenario)
    if (scenario === content.scenario) return content
    const { variants } = content
    if (variants === undefined) return { ...content, scenario }
    const list = variants.list.map((variant) => followed(variant, content.scenario, edit))
    return { ...content, scenario, variants: { ...variants, list } }
  }

/** How many variants such an edit changes. */
export const variantsChangedBy = ({ scenario, variants }: WindowContent, edit: AccountEdit): number =>
  (variants?.list ?? []).filter((variant) => followed(variant, scenario, edit) !== variant).length

/** The variant as it is after the edit; the very same one where it names nothing that the edit is about. */
function followed(variant: Variant, account: WindowAccount, edit: AccountEdit): Variant {
  const after = (before: readonly AccountChange[]): readonly AccountChange[] => {
    const changes = edit({ ...account, changes: [...before] }).changes
    const isSame = changes.length === before.length && changes.every((change, at) => change === before[at])
    return isSame ? before : changes
  }
  const { changes = NONE, addedChanges = NONE, seats = [], ...rest } = variant
  const given = seats.map((seat) => ({ kind: 'changeSeat' as const, on: account.start, ...seat }))
  const [own, added, seated] = [after(changes), after(addedChanges), after(given)]
  if (own === changes && added === addedChanges && seated === given) return variant
  const left = onceEach(seated)
  return {
    ...rest,
    ...(variant.changes && { changes: [...own] }),
    ...(added.length > 0 && { addedChanges: [...added] }),
    ...(left.length > 0 && { seats: left }),
  }
}

const NONE: readonly AccountChange[] = []

/** Seats of members, of whom two may have come to share a name: of those the first counts. */
function onceEach(changes: readonly AccountChange[]): NonNullable<Variant['seats']> {
  const seats = new Map<string, NonNullable<Variant['seats']>[number]>()
  for (const change of changes)
    if (change.kind === 'changeSeat' && !seats.has(change.member))
      seats.set(change.member, { member: change.member, seat: change.seat })
  return [...seats.values()]
}
