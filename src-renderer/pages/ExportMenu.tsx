import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { chartOf, type Exportable, exportableOf, offerExport } from '#renderer/state/exportables.ts'
import { copyTable, savePicture, saveTable } from '#renderer/state/save-file.ts'
import type { ExportableTable } from '#renderer/tables/exportable-table.ts'

/** What stands in a part of the page of its own is saved by the heading of that part. */
const PART = '[data-part], section'

/**
 * Copies the tables of the part of the page it stands in, saves them and its chart as files, and lets commands do so by
 * `id`. The part is the `section` around it, or what is marked `data-part`; its heading goes into the picture of the
 * element in it that is marked `data-chart`.
 */
export function ExportMenu({
  id,
  name,
  about = '',
  tables,
  onTurn = null,
}: {
  readonly id: string
  /** What its picture is called. */
  readonly name: string
  /** What names of files say besides: whose figures they are and of which time. */
  readonly about?: string
  /** Their rows are asked for when they are saved, of what is on screen then. */
  readonly tables: readonly ExportableTable[]
  /** Turns its chart into its table, and back; none where it has no chart. */
  readonly onTurn?: (() => void) | null
}) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() =>
    offerExport(id, {
      name,
      about,
      section: () => button.current?.closest(PART) ?? null,
      tables,
      turn: onTurn,
    }),
  )
  const names = tables.map(({ name: of }) => of)
  const copied = tables.flatMap(({ name: of, tsv }) => (tsv === null ? [] : [of]))
  return <SaveMenu id={id} button={button} names={names} copied={copied} />
}

interface SaveMenuProps {
  readonly id: string
  readonly button: RefObject<HTMLButtonElement | null>
  /** Of the tables. */
  readonly names: readonly string[]
  /** Of those that can be copied. */
  readonly copied: readonly string[]
}

function showsChart(id: string): boolean {
  const exportable = exportableOf(id)
  return exportable !== undefined && chartOf(exportable) !== null
}

function saveChart(id: string, kind: 'png' | 'svg'): void {
  const exportable = exportableOf(id)
  if (exportable) void savePicture(exportable, kind)
}

function onTable(id: string, name: string, act: (table: ExportableTable, part: Exportable) => unknown): void {
  const exportable = exportableOf(id)
  const table = exportable?.tables.find((one) => one.name === name)
  if (exportable && table) act(table, exportable)
}

const WORDS = 'Save as a file'

/** Drawn once and not with the figures it saves. */
const SaveMenu = memo(
  function SaveMenu({ id, button, names, copied }: SaveMenuProps) {
    const [opened, setOpened] = useState(false)
    return (
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        // Among the choices of a menu is nothing that cannot be chosen.
        withInitialFocusPlaceholder={false}
        portalProps={{ target: 'main' }}
        transitionProps={{ duration: 0 }}
      >
        <Tooltip label={WORDS} disabled={opened} {...BESIDE_ITS_BUTTON}>
          <span>
            <Menu.Target>
              <ActionIcon ref={button} variant="subtle" color="gray" size={22} aria-label={WORDS}>
                <IconDownload size={14} />
              </ActionIcon>
            </Menu.Target>
          </span>
        </Tooltip>
        <Menu.Dropdown>{opened ? <Choices id={id} names={names} copied={copied} /> : null}</Menu.Dropdown>
      </Menu>
    )
  },
  (before, now) =>
    before.id === now.id && isSame(before.names, now.names) && isSame(before.copied, now.copied),
)

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.join('\n') === others.join('\n')

function Choices({ id, names, copied }: Omit<SaveMenuProps, 'button'>) {
  return (
    <>
      {showsChart(id) ? (
        <>
          <Menu.Item onClick={() => saveChart(id, 'png')}>Chart as PNG</Menu.Item>
          <Menu.Item onClick={() => saveChart(id, 'svg')}>Chart as SVG</Menu.Item>
          <Menu.Divider />
        </>
      ) : null}
      {names.map((name) => (
        <Menu.Item key={name} onClick={() => onTable(id, name, (table, part) => void saveTable(part, table))}>
          {names.length === 1 ? 'Table' : name} as CSV
        </Menu.Item>
      ))}
      {copied.length === 0 ? null : <Menu.Divider />}
      {copied.map((name) => (
        <Menu.Item key={name} onClick={() => onTable(id, name, (table) => void copyTable(table))}>
          {names.length === 1 ? 'Copy the table' : `Copy: ${name}`}
        </Menu.Item>
      ))}
    </>
  )
}
