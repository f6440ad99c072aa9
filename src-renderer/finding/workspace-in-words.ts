import { plural } from '#renderer/format/figures.ts'
import { listed } from './counted.ts'

/** What a workspace has that is named elsewhere. */
interface Named {
  readonly members: number
  readonly keys: number
  readonly streams: number
  readonly changes: number
  readonly variants: number
}

/** How workspaces are billed together. */
export const linksInWords = ({
  plans,
  billing,
}: {
  readonly plans: string
  readonly billing: string
}): string =>
  `On ${plans}, reporting workspaces share the pool, the plan and the invoice of one billing workspace, in ${billing}. A dated change links or unlinks one later.`

/** What becomes of all that names a workspace once it is removed; empty where nothing does. */
export function namedInWords({ members, keys, streams, changes, variants }: Named): string {
  const some = (count: number, one: string, many?: string) => (count === 0 ? [] : [plural(count, one, many)])
  const moved = [
    ...some(members, 'member'),
    ...some(keys, 'API key'),
    ...some(streams, 'row of usage', 'rows of usage'),
  ]
  return [
    moved.length === 0 ? '' : `${listed(moved)} will be in the billing workspace`,
    changes === 0 ? '' : `${plural(changes, 'dated change')} of it will be removed`,
    variants === 0 ? '' : `${plural(variants, 'variant')} will not name it any more`,
  ]
    .filter((part) => part !== '')
    .join(', and ')
}
