import { useMemo, useState } from 'react'
import type { ResultSummary } from '#shared/open-result.ts'
import { type MenuGroup, type MenuWords, SearchMenu } from '#renderer/fields/SearchMenu.tsx'
import { MOST_COMPARED } from '#renderer/state/account-edits/variants.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { isZero } from '#renderer/format/figures.ts'
import { pressById } from '../inputs/press-by-id.ts'
import { compareWith } from './variant-edits.ts'
import { type OfferGroup, offersFor, offersMatching } from './variant-offers.ts'

const ADD_ID = 'add-variant'

const WORDS: MenuWords = {
  button: 'Compare with…',
  search: 'What to compare with',
  placeholder: 'Find a plan, a term, a rule',
  options: 'What there is to compare with',
  none: 'Nothing to compare with is called that.',
}

/** Enough to find five Basic members among those who lose most. */
const LOOKED_AT = 200

/** Basic members whose work is stopped, whoever loses most first. */
function useStopped(id: string, account: WindowAccount): readonly string[] | null {
  const { value } = useAnswer('results.seats', { id, offset: 0, limit: LOOKED_AT })
  return useMemo(() => {
    if (value === undefined) return null
    const basic = new Set(account.members.flatMap(({ id: name, seat }) => (seat === 'basic' ? [name] : [])))
    return value.members
      .filter(({ member, lostCredits }) => basic.has(member) && !isZero(lostCredits))
      .map(({ member }) => member)
  }, [value, account.members])
}

const menuOf = (groups: readonly OfferGroup[]): readonly MenuGroup[] =>
  groups.map(({ group, offers }) => ({
    group,
    options: offers.map(({ id, name, note }) => ({ value: `${group} ${id}`, label: name, note })),
  }))

interface Asked {
  readonly opened: ResultSummary
  readonly account: WindowAccount
  readonly count: number
  /** Told the place of a variant that was made and whose terms are to be put in. */
  readonly onAsksTerms: (place: number) => void
}

/** A menu of what this account could be compared with: one choice makes a variant of it. */
export function AddVariant(asked: Asked) {
  const [looked, setLooked] = useState(false)
  // Who is stopped is asked of the engine once somebody looks, and only where there is anybody.
  const some = looked && asked.account.members.some(({ seat }) => seat === 'basic')
  return some ? <WithStopped {...asked} /> : <Menu {...asked} stopped={null} onOpen={() => setLooked(true)} />
}

function WithStopped(asked: Asked) {
  return <Menu {...asked} stopped={useStopped(asked.opened.id, asked.account)} />
}

function Menu({
  account,
  count,
  stopped,
  onAsksTerms,
  onOpen,
}: Asked & { readonly stopped: readonly string[] | null; readonly onOpen?: () => void }) {
  const catalog = useResults((results) => results.catalog)
  const presets = useResults((results) => results.catalogs)
  const groups = useMemo(
    () => offersFor({ account, catalog, presets, stopped }),
    [account, catalog, presets, stopped],
  )
  function pick(value: string): void {
    const offer = groups
      .flatMap(({ group, offers }) => offers.map((one) => ({ value: `${group} ${one.id}`, one })))
      .find((found) => found.value === value)?.one
    if (offer === undefined) return
    compareWith(offer.name, offer.variants)
    if (offer.asksTerms === true) onAsksTerms(count)
  }
  useWanted('variant', () => pressById(ADD_ID))
  return (
    <SearchMenu
      id={ADD_ID}
      words={WORDS}
      groupsFor={(typed) => menuOf(offersMatching(groups, typed))}
      disabled={count >= MOST_COMPARED}
      onPick={pick}
      {...(onOpen === undefined ? {} : { onOpen })}
    />
  )
}
