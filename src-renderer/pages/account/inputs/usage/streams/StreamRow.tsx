import { type KeyboardEvent, memo, useId } from 'react'
import type { Burned } from '#shared/burned.ts'
import type { Problem } from '#shared/problem.ts'
import type { UsageStream } from '#shared/usage.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { type ModelChoice, modelKey, unknownChoice } from '#renderer/finding/models.ts'
import { burnedInCell } from './burned-in-words.ts'
import { ModelSelect } from './ModelSelect.tsx'
import type { People } from './people-of.ts'
import { change, whoOf } from './stream-edits.ts'
import { StreamMore } from './StreamMore.tsx'
import styles from './streams.module.css'

const NONE: readonly Problem[] = []

/** One stream: what is used, how much of it in a month, what it burns, and the rest behind a button. */
export const StreamRow = memo(function StreamRow({
  stream,
  row,
  choices,
  burned,
  problems = NONE,
  people,
  months,
  onGo,
}: {
  readonly stream: UsageStream
  readonly row: number
  readonly choices: readonly ModelChoice[]
  readonly burned: Burned | undefined
  /** By the field of the stream in their paths. */
  readonly problems: readonly Problem[] | undefined
  readonly people: People
  readonly months: number
  /** Goes to the quantity of another row. */
  readonly onGo: (row: number) => void
}) {
  const toldId = useId()
  const { product, model, id, monthly } = stream
  const at = { place: row, id }
  const key = modelKey(product, model)
  const choice = choices.find((each) => each.key === key) ?? unknownChoice(product, model)
  const who = whoOf(stream)
  const name = who === '' ? choice.name : `${choice.name} of ${who}`
  const problemAt = (field: string) => problems.find(({ path }) => path === field)?.message
  const told = problems.map(({ message }) => message).join(' ')

  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'Enter') onGo(row + 1)
    else if (event.key === 'ArrowUp') onGo(row - 1)
    else return
    event.preventDefault()
  }

  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} data-row={row}>
      <div role="gridcell" className={styles.what}>
        <ModelSelect
          label={`Product and model of ${name}`}
          product={product}
          model={model}
          choices={choices}
          isWrong={['product', 'model', 'id'].some((field) => problemAt(field) !== undefined)}
          describedBy={told === '' ? undefined : toldId}
          onChange={(chosen) => change(at, name, { product: chosen.product, model: chosen.model })}
        />
      </div>
      <div role="gridcell" className={styles.quantity} onKeyDown={press}>
        <CellAmount
          label={`${choice.unit === '' ? 'Quantity' : `${choice.unit}s`} a month of ${name}`}
          value={monthly}
          none="0"
          of={id}
          isWrong={problemAt('monthly') !== undefined}
          onChange={(figure) => change(at, name, { monthly: figure ?? '0' })}
        />
      </div>
      <div
        role="gridcell"
        id={toldId}
        className={styles.burns}
        data-wrong={told !== '' || undefined}
        title={told === '' ? choice.burns : told}
      >
        {told === '' ? choice.burns : told}
      </div>
      <div role="gridcell" className={styles.credits} data-none={burned?.kind !== 'burns' || undefined}>
        {burnedInCell(burned)}
      </div>
      <div role="gridcell" className={styles.rest}>
        <StreamMore
          stream={stream}
          at={at}
          name={name}
          months={months}
          people={people}
          problemAt={problemAt}
          onLeave={onGo}
        />
      </div>
    </div>
  )
})
