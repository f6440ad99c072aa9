import { Select } from '@mantine/core'
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
    <div className={styles.catalog}>
      <Select
        label="Catalogue"
        data={catalogs.map((catalog) => ({ value: catalog.id, label: catalog.name }))}
        value={current ? chosen : null}
        onChange={(id) => id !== null && setCatalog(id)}
        allowDeselect={false}
        checkIconPosition="right"
        maxDropdownHeight={320}
        comboboxProps={{ width: 320, position: 'bottom-start' }}
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
      <p className={styles.about}>{current?.description ?? ''}</p>
      <p className={styles.about}>
        {current
          ? `${plural(current.plans.length, 'plan')} in ${current.currency}, as of ${day(current.date)}`
          : ''}
      </p>
    </div>
  )
}
