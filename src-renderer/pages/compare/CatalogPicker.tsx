import { Select } from '@mantine/core'
import { Field } from '#renderer/fields/Field.tsx'
import { day, plural } from '#renderer/format/figures.ts'
import { setCatalog, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'
import styles from './inputs.module.css'

/** Which price list is compared: its name, its date, and what it is. */
export function CatalogPicker() {
  const chosen = useInputs((inputs) => inputs.catalog)
  const catalogs = useResults((results) => results.catalogs)
  const current = catalogs.find((catalog) => catalog.id === chosen)
  return (
    <Field label="Catalogue">
      <Select
        aria-label="Catalogue"
        data={catalogs.map((catalog) => ({ value: catalog.id, label: catalog.name }))}
        value={current ? chosen : null}
        onChange={(id) => id !== null && setCatalog(id)}
        allowDeselect={false}
        checkIconPosition="right"
        maxDropdownHeight={320}
        comboboxProps={{
          width: 320,
          position: 'bottom-start',
          withinPortal: false,
          floatingStrategy: 'fixed',
        }}
        renderOption={({ option }) => {
          const catalog = catalogs.find(({ id }) => id === option.value)
          return (
            <div className={styles.option}>
              <span>{option.label}</span>
              {catalog ? (
                <small>
                  {day(catalog.date)}, {plural(catalog.plans.length, 'plan')}, {catalog.source}
                </small>
              ) : null}
            </div>
          )
        }}
      />
      {current ? (
        <details className={styles.about}>
          <summary>
            {plural(current.plans.length, 'plan')} in {current.currency}, as of {day(current.date)}
          </summary>
          <p>{current.description}</p>
          <p>{current.source}</p>
        </details>
      ) : null}
    </Field>
  )
}
