import { credits } from '#renderer/format/figures.ts'
import { type Meaning, MEANINGS } from './people-words.ts'
import type { Pasting } from './use-paste.ts'
import styles from './paste.module.css'

const MEANING_NAMES: Readonly<Record<Meaning, string>> = {
  name: 'Name',
  mail: 'Mail',
  team: 'Team',
  seat: 'Seat',
  role: 'Role',
  workspace: 'Workspace',
  usage: 'Usage a month',
  ignore: 'Ignore',
}

/** As many rows as show what is in a column. */
const ROWS_SHOWN = 5

/** The first rows, under a choice of what each column means. */
export function PastePreview({ pasting }: { readonly pasting: Pasting }) {
  const { cells, hasHead, meanings, setMeaning } = pasting
  const head = cells[0] ?? []
  const body = cells.slice(hasHead ? 1 : 0)
  return (
    <div className={styles.preview} tabIndex={0} role="group" aria-label="What the columns mean">
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((title, column) => {
              const name = hasHead && title !== '' ? title : `Column ${String(column + 1)}`
              return (
                // A column has nothing but its place.
                <th
                  key={String(column)}
                  scope="col"
                  data-ignored={meanings[column] === 'ignore' || undefined}
                >
                  <select
                    aria-label={`Meaning of ${name}`}
                    value={meanings[column]}
                    onChange={(event) =>
                      setMeaning(
                        column,
                        MEANINGS.find((each) => each === event.currentTarget.value) ?? 'ignore',
                      )
                    }
                  >
                    {MEANINGS.map((meaning) => (
                      <option key={meaning} value={meaning}>
                        {MEANING_NAMES[meaning]}
                      </option>
                    ))}
                  </select>
                  <span className={styles.title}>{name}</span>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {body.slice(0, ROWS_SHOWN).map((row, place) => (
            <tr key={String(place)}>
              {row.map((cell, column) => (
                <td
                  key={String(column)}
                  data-ignored={meanings[column] === 'ignore' || undefined}
                  title={cell}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {body.length > ROWS_SHOWN ? (
        <p className={styles.more}>
          The first {ROWS_SHOWN} of {credits(body.length)} rows.
        </p>
      ) : null}
    </div>
  )
}
