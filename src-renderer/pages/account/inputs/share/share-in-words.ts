import type { ShareOutInput } from '#shared/share-out.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { plural } from '#renderer/format/figures.ts'

/** What sharing out is called, and what was done by it. */
export function sharedInWords(
  before: ModelledUsage['kind'],
  among: ShareOutInput['among'],
  count: number,
): { readonly label: string; readonly done: string } {
  const whom = among === 'members' ? plural(count, 'person', 'people') : plural(count, 'workspace')
  const what = before === 'series' ? 'The average of the months' : 'The usage'
  return {
    label: `Share the usage out among ${whom}`,
    done: `${what} is shared out among ${whom}. Undo takes that back.`,
  }
}
