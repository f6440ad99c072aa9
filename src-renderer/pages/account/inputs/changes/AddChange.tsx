import type { ChangeGround } from '#renderer/finding/change-ground.ts'
import type { ChangeKind } from '#renderer/finding/change-in-words.ts'
import { type MenuGroup, type MenuWords, SearchMenu } from '#renderer/fields/SearchMenu.tsx'
import { useWanted } from '#renderer/state/wanted.ts'
import { pressById } from '../press-by-id.ts'
import { ADD_ID } from './add-button.ts'
import { CHANGE_KINDS, offeredKinds } from './change-forms.ts'
import { KindIcon } from './KindIcon.tsx'

const WORDS: MenuWords = {
  button: 'Add a change',
  search: 'Kind of change',
  placeholder: 'Find a kind of change',
  options: 'Kinds of change',
  none: 'No kind of change is called that.',
}

const groupsOf = (ground: ChangeGround, typed: string): readonly MenuGroup[] =>
  offeredKinds(ground, typed).map(({ group, kinds }) => ({
    group,
    options: kinds.map(({ kind, name, why }) => ({
      value: kind,
      label: name,
      note: why ?? undefined,
      disabled: why !== null,
      icon: <KindIcon kind={kind} />,
    })),
  }))

/** A menu of every kind of change, by group, found by typing; those that cannot be say why. */
export function AddChange({
  ground,
  onPick,
}: {
  readonly ground: ChangeGround
  readonly onPick: (kind: ChangeKind) => void
}) {
  function pick(value: string): void {
    const kind = CHANGE_KINDS.find((known) => known === value)
    if (kind !== undefined) onPick(kind)
  }
  useWanted('change', () => pressById(ADD_ID))
  return <SearchMenu id={ADD_ID} words={WORDS} groupsFor={(typed) => groupsOf(ground, typed)} onPick={pick} />
}
