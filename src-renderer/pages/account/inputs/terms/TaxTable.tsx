import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { TaxRate } from '#shared/invoicing.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import cells from '#renderer/fields/cells.module.css'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { ADDS } from '#renderer/fields/removing.ts'
import { addTax, changeTax, removeTax } from '#renderer/state/account-edits/invoicing.ts'
import { editAccount } from '#renderer/state/draft.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { FieldProblems } from '../FieldProblems.tsx'
import { FamilyField } from './FamilyField.tsx'

const MANNERS = [
  { value: 'added', label: 'added to prices' },
  { value: 'contained', label: 'contained in prices' },
]

function Row({ tax, place }: { readonly tax: TaxRate; readonly place: number }) {
  const change = (what: string, changed: Partial<TaxRate>) =>
    editAccount(
      `Change the ${what} of ${tax.name}`,
      (account) => changeTax(account, place, changed),
      `taxes ${String(place)} ${what}`,
    )
  return (
    <>
      <tr>
        <td>
          <CellText
            label={`Name of the tax ${tax.name}`}
            value={tax.name}
            onChange={(name) => {
              if (name !== '') change('name', { name })
            }}
          />
        </td>
        <td>
          <CellAmount
            label={`Percent of ${tax.name}`}
            value={tax.percent}
            none="0"
            of={String(place)}
            onChange={(percent) => change('rate', { percent: percent ?? '0' })}
          />
        </td>
        <td>
          <CellSelect
            label={`How ${tax.name} is charged`}
            value={tax.inclusive ? 'contained' : 'added'}
            choices={MANNERS}
            onChange={(value) => change('manner', { inclusive: value === 'contained' })}
          />
        </td>
        <td>
          <FamilyField
            label={`What ${tax.name} is not due on`}
            value={tax.exempt}
            none="due on all"
            onChange={(exempt) => change('exemptions', { exempt })}
          />
        </td>
        <td>
          <RemoveButton
            label={`Remove ${tax.name}`}
            onRemove={() => editAccount(`Remove ${tax.name}`, (account) => removeTax(account, place))}
          />
        </td>
      </tr>
      <FieldProblems path={`invoicing.taxes.${String(place)}`} columns={5} />
    </>
  )
}

/** Taxes on what is billed. */
export const TaxTable = ({ taxes }: { readonly taxes: readonly TaxRate[] }) => (
  <>
    {taxes.length === 0 ? null : (
      <div className={cells.scroll}>
        <table ref={oneStop} className={cells.table} aria-label="Taxes">
          <thead>
            <tr>
              <th scope="col">Tax</th>
              <th scope="col" className={cells.numeric}>
                %
              </th>
              <th scope="col">Charged</th>
              <th scope="col">Not due on</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {taxes.map((tax, place) => (
              <Row key={String(place)} tax={tax} place={place} />
            ))}
          </tbody>
        </table>
      </div>
    )}
    <AddButton label="Add a tax" onAdd={() => editAccount('Add a tax', addTax)} />
  </>
)

export const AddButton = ({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) => (
  <Button
    {...ADDS}
    variant="default"
    size="compact-xs"
    w="fit-content"
    leftSection={<IconPlus size={14} />}
    onClick={onAdd}
  >
    {label}
  </Button>
)
