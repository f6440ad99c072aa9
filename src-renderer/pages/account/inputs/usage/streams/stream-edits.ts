import type { UsageStream } from '#shared/usage.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import type { UsedAs } from '#renderer/state/account-edits/own-usage.ts'
import {
  addStreams,
  changeStream,
  duplicateStream,
  removeStream,
  replaceStreams,
  type StreamAt,
  type StreamChange,
  type TakenStream,
} from '#renderer/state/account-edits/streams.ts'
import { editAccount } from '#renderer/state/draft.ts'

/*
 * The edits of streams, with the names under which they can be taken back.
 */

const WHAT: readonly (readonly [field: keyof StreamChange, words: string])[] = [
  ['monthly', 'quantity'],
  ['pattern', 'pattern'],
  ['weekdays', 'weekdays'],
  ['model', 'model'],
  ['member', 'member'],
  ['apiKey', 'key'],
  ['workspace', 'workspace'],
]

const whatOf = (changed: StreamChange): string => WHAT.find(([field]) => field in changed)?.[1] ?? 'product'

export function change(at: StreamAt, name: string, changed: StreamChange): void {
  const what = whatOf(changed)
  editAccount(
    changed.monthly === undefined
      ? `Change the ${what} of ${name}`
      : `Set ${name} to ${credits(changed.monthly)}`,
    (account) => changeStream(account, at, changed),
    `${what} of stream ${at.id}`,
  )
}

export const add = ({ product, model }: UsedAs, name: string): void =>
  editAccount(`Add ${name}`, (account) => addStreams(account, [{ product, model, monthly: '0' }]))

/** Takes a list in, beside what is used already or in its place. */
export const takeAll = (streams: readonly TakenStream[], replaces: boolean): void =>
  editAccount(`Paste ${plural(streams.length, 'row')} of usage`, (account) =>
    replaces ? replaceStreams(account, streams) : addStreams(account, streams),
  )

export const duplicate = (at: StreamAt, name: string): void =>
  editAccount(`Duplicate ${name}`, (account) => duplicateStream(account, at))

export const remove = (at: StreamAt, name: string): void =>
  editAccount(`Delete ${name}`, (account) => removeStream(account, at))

/** Who a stream is of, in a line; empty where it is nobody's. */
export const whoOf = ({
  member,
  apiKey,
  workspace,
}: Pick<UsageStream, 'member' | 'apiKey' | 'workspace'>): string =>
  [member, apiKey, workspace].filter((name) => name !== undefined).join(', ')
