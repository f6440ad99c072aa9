import { environmentName } from '#renderer/finding/environment-names.ts'
import type { BillingView } from '#shared/workspace-views.ts'
import { credits, currencySign, exactAmount, isZero, wholeCredits } from '#renderer/format/figures.ts'
import { HeaderCells } from '#renderer/tables/DataTable.tsx'
import { oneStop } from '#renderer/tables/one-stop.ts'
import tables from '#renderer/tables/table.module.css'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { SHARED_CREDITS } from './share-columns.ts'
import styles from './workspaces.module.css'

/** A part of a whole as a bar under its figure; what is given back has none. */
function Bar({ part, whole }: { readonly part: string; readonly whole: string }) {
  const isNothing = part.startsWith('-') || whole.startsWith('-') || isZero(whole)
  return (
    <span
      className={styles.bar}
      aria-hidden
      style={{ '--part': isNothing ? '0' : part, '--whole': isNothing ? '1' : whole }}
    />
  )
}

const OF_INVOICES = {
  id: 'amount',
  header: 'Of all invoices',
  about:
    'Each line of each invoice is split to the cent, so that the parts add up to the invoice. Costs tells the same shares before they are rounded: cents may differ.',
  numeric: true,
} as const

/** Its name, and where it is unless the name says so. */
function WorkspaceName({
  of,
  id,
}: {
  readonly of: { readonly name: string; readonly environment: string } | undefined
  readonly id: string
}) {
  const place = of ? environmentName(of.environment) : ''
  return (
    <>
      {of?.name === of?.environment ? place : (of?.name ?? id)}{' '}
      {place === of?.name || of?.name === of?.environment ? null : (
        <span className={styles.faint}>{place}</span>
      )}
    </>
  )
}

/** Each workspace's part of the pool and of the money: bars beside their figures. */
export function ShareTable({
  view: { shares, whole, workspaces },
  currency,
}: {
  readonly view: Pick<BillingView, 'shares' | 'whole' | 'workspaces'>
  readonly currency: string
}) {
  const names = new Map(workspaces.map(({ id, name, environment }) => [id, { name, environment }]))
  return (
    <ScrollRegion label="Workspaces and their shares">
      <table ref={oneStop} className={`${tables.table ?? ''} ${styles.shares ?? ''}`}>
        <caption className="visually-hidden">Each workspace’s share of the pool and of the money</caption>
        <thead>
          <tr>
            <th scope="col">Workspace</th>
            <HeaderCells columns={SHARED_CREDITS} />
            <HeaderCells columns={[{ ...OF_INVOICES, unit: currencySign(currency) }]} />
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.workspace}>
              <th scope="row">
                <WorkspaceName of={names.get(share.workspace)} id={share.workspace} />
              </th>
              {SHARED_CREDITS.map(({ id }) => (
                <td key={id} className={tables.numeric} title={credits(share[id])}>
                  {wholeCredits(share[id])}
                  <Bar part={share[id]} whole={whole[id]} />
                </td>
              ))}
              <td className={tables.numeric}>
                {exactAmount(share.amount)}
                <Bar part={share.amount} whole={whole.amount} />
              </td>
              <td>
                <WhyButton
                  of={`what ${names.get(share.workspace)?.name ?? share.workspace} bears of all invoices`}
                  reference={{ kind: 'share', dimensions: ['workspace'], values: [share.workspace] }}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            {SHARED_CREDITS.map(({ id }) => (
              <td key={id} className={tables.numeric} title={credits(whole[id])}>
                {wholeCredits(whole[id])}
              </td>
            ))}
            <td className={tables.numeric}>{exactAmount(whole.amount)}</td>
            <td>
              <WhyButton of="all invoices together" reference={{ kind: 'total' }} />
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}
