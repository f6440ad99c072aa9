import type { Invoice, InvoiceLine, NamedAmount, Working } from '#shared/invoice.ts'
import { isOneStep, takenOff, timeOfLine } from '#renderer/finding/invoice-in-words.ts'
import { credits, exactAmount, isZero } from '#renderer/format/figures.ts'
import { Aligned } from '#renderer/tables/DataTable.tsx'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import styles from './invoices.module.css'

/** Of a step that is for no quantity, such as a month's fee, the rate says all. */
const quantityOf = ({ quantity }: Working): string => (isZero(quantity) ? '' : credits(quantity))

/** One step of a line's working: quantity × rate = amount. */
const Step = ({ step, decimals }: { readonly step: Working; readonly decimals: number }) => (
  <tr className={styles.step}>
    <td />
    <td>{quantityOf(step)}</td>
    <td>{isZero(step.quantity) ? step.rate : `× ${step.rate}`}</td>
    <td>
      <Aligned text={`= ${exactAmount(step.amount)}`} decimals={decimals} />
    </td>
    <td />
  </tr>
)

const Discount = ({ discount, decimals }: { readonly discount: NamedAmount; readonly decimals: number }) => (
  <tr className={styles.step}>
    <td colSpan={3}>{discount.name}</td>
    <td>
      <Aligned text={exactAmount(takenOff(discount.amount))} decimals={decimals} />
    </td>
    <td />
  </tr>
)

function Line({
  invoice,
  line,
  number,
  decimals,
}: {
  readonly invoice: string
  readonly line: InvoiceLine
  /** Its place on the invoice, counted from 1. */
  readonly number: number
  readonly decimals: number
}) {
  const [step] = line.working
  const inOne = isOneStep(line) && step !== undefined
  return (
    <>
      <tr className={styles.line}>
        <th scope="row">
          {line.description}
          <span>{timeOfLine(line)}</span>
        </th>
        <td>{inOne ? quantityOf(step) : line.quantity === null ? '' : credits(line.quantity)}</td>
        <td>{inOne ? step.rate : ''}</td>
        <td>
          <Aligned text={exactAmount(line.amount)} decimals={decimals} />
        </td>
        <td>
          <WhyButton
            of={`${line.description}, ${timeOfLine(line)}`}
            reference={{ kind: 'line', invoice, line: number }}
          />
        </td>
      </tr>
      {inOne ? null : line.working.map((one, place) => <Step key={place} step={one} decimals={decimals} />)}
      {line.discounts.map((discount) => (
        <Discount key={discount.name} discount={discount} decimals={decimals} />
      ))}
    </>
  )
}

/** What an invoice is for, line by line, each with its working. */
export const InvoiceLines = ({
  invoice,
  sign,
  decimals,
}: {
  readonly invoice: Invoice
  readonly sign: string
  /** Room for the decimals of amounts. */
  readonly decimals: number
}) => (
  <div className={styles.linesBox}>
    <ScrollRegion label="Lines of the invoice as a table">
      <table ref={oneStop} className={styles.lines}>
        <caption className="visually-hidden">Lines of the invoice</caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">
              Quantity <span>credits or units</span>
            </th>
            <th scope="col">
              Rate <span>{sign}</span>
            </th>
            <th scope="col">
              Amount <span>{sign}</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">Why</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line, place) => (
            <Line key={place} invoice={invoice.number} line={line} number={place + 1} decimals={decimals} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  </div>
)
