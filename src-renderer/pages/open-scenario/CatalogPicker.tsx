import { Select } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { Catalog } from '#shared/catalog.ts'
import { Field } from '#renderer/fields/Field.tsx'
import { day, plural } from '#renderer/format/figures.ts'
import { setCatalog, useInputs } from '#renderer/state/inputs.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import styles from './catalog-picker.module.css'

/** Stands for the catalogue the scenario carries itself: its id may be that of a preset. */
const OWN = '*'

const ownOption = (catalog: Catalog) => ({
  value: OWN,
  ref: catalog,
  name: catalog.name,
  description: catalog.description,
  currency: catalog.currency,
  date: catalog.date,
  plans: catalog.plans,
  source: 'in this scenario',
})

/** Which price list is compared: its name, its date, and what it is. */
export function CatalogPicker() {
  const chosen = useInputs((inputs) => inputs.catalog)
  const presets = useResults((results) => results.catalogs)
  const own = useOpenScenario((open) => open.draft?.scenario.catalog)
  const catalogs = [
    ...presets.map((preset) => ({ ...preset, value: preset.id, ref: preset.id })),
    ...(typeof own === 'object' ? [ownOption(own)] : []),
  ]
  const value = typeof chosen === 'string' ? chosen : OWN
  const current = catalogs.find((catalog) => catalog.value === value)
  return (
    <Field label="Catalogue">
      <Select
        aria-label="Catalogue"
        data={catalogs.map((catalog) => ({ value: catalog.value, label: catalog.name }))}
        value={current ? value : null}
        onChange={(picked) => {
          const catalog = catalogs.find((option) => option.value === picked)
          if (catalog) setCatalog(catalog.ref)
        }}
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
          const catalog = catalogs.find((other) => other.value === option.value)
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
            <IconChevronRight size={12} aria-hidden />
            {plural(current.plans.length, 'plan')} in {current.currency}, as of {day(current.date)}
          </summary>
          <p>{current.description}</p>
          <p>{current.source}</p>
        </details>
      ) : null}
    </Field>
  )
}
