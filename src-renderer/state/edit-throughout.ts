import { throughout } from './account-edits/in-variants.ts'
import { editContent, type WindowAccount } from './draft.ts'

/** Renames or removes somebody or something in the open scenario, its variants among it; see `editAccount`. */
export function editThroughout(label: string, change: (account: WindowAccount) => WindowAccount): void {
  editContent({ label, of: label, change: throughout(change) })
}
