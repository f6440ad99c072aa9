import { memo, useMemo } from 'react'
import cells from '#renderer/fields/cells.module.css'
import { modelKey, type ModelChoice } from '#renderer/finding/models.ts'

/** A product with its model, chosen among those of the catalogue by family; what has no price on the plan is greyed, with why. */
export const ModelSelect = memo(function ModelSelect({
  label,
  product,
  model,
  choices,
  isWrong,
  describedBy,
  onChange,
}: {
  readonly label: string
  readonly product: string
  readonly model: string
  readonly choices: readonly ModelChoice[]
  readonly isWrong: boolean
  readonly describedBy?: string | undefined
  readonly onChange: (choice: ModelChoice) => void
}) {
  const key = modelKey(product, model)
  const families = useMemo(() => Map.groupBy(choices, ({ family }) => family), [choices])
  return (
    <select
      className={cells.cell}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      value={key}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.key === event.currentTarget.value)
        if (chosen) onChange(chosen)
      }}
    >
      {choices.some((choice) => choice.key === key) ? null : (
        <option value={key}>{`${product}, ${model}`}</option>
      )}
      {[...families].map(([family, models]) => (
        <optgroup key={family} label={family}>
          {models.map(({ key: each, name, why }) => (
            <option key={each} value={each} disabled={why !== null && each !== key}>
              {why === null ? name : `${name} (${why})`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
})
