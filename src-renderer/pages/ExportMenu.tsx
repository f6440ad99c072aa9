import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { memo, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { chartOf, type ExportableTable, exportableOf, offerExport } from '#renderer/state/exportables.ts'
import { savePicture, saveTable } from '#renderer/state/save-file.ts'

/**
 * Saves the chart and the tables of the part of the page it stands in as files, and lets commands do so by `id`. The
 * part is the `section` around it; its heading goes into the picture of the element in it that is marked `data-chart`.
 */
export function ExportMenu({
  id,
  name,
  tables,
}: {
  readonly id: string
  /** What files are called. */
  readonly name: string
  /** Their rows are asked for when they are saved, of what is on screen then. */
  readonly tables: readonly ExportableTable[]
}) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() =>
    offerExport(id, { name, section: () => button.current?.closest('section') ?? null, tables }),
  )
  return <SaveMenu id={id} button={button} names={tables.map((table) => table.name)} />
}

interface SaveMenuProps {
  readonly id: string
  readonly button: RefObject<HTMLButtonElement | null>
  /** Of the tables. */
  readonly names: readonly string[]
}

function showsChart(id: string): boolean {
  const exportable = exportableOf(id)
  return exportable !== undefined && chartOf(exportable) !== null
}

function saveChart(id: string, kind: 'png' | 'svg'): void {
  const exportable = exportableOf(id)
  if (exportable) void savePicture(exportable, kind)
}

function saveTableAt(id: string, place: number): void {
  const table = exportableOf(id)?.tables[place]
  if (table) void saveTable(table)
}

/** Drawn once and not with the figures it saves. */
const SaveMenu = memo(
  function SaveMenu({ id, button, names }: SaveMenuProps) {
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
        <Tooltip label="Save as a file" disabled={opened} {...BESIDE_ITS_BUTTON}>
          <span>
            <Menu.Target>
              <ActionIcon ref={button} variant="subtle" color="gray" size={22} aria-label="Save as a file">
                <IconDownload size={14} />
              </ActionIcon>
            </Menu.Target>
          </span>
        </Tooltip>
        <Menu.Dropdown>{opened ? <Choices id={id} names={names} /> : null}</Menu.Dropdown>
      </Menu>
    )
  },
  (before, now) => before.id === now.id && before.names.join('\n') === now.names.join('\n'),
)

function Choices({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <>
      {showsChart(id) ? (
        <>
          <Menu.Item onClick={() => saveChart(id, 'png')}>Chart as PNG</Menu.Item>
          <Menu.Item onClick={() => saveChart(id, 'svg')}>Chart as SVG</Menu.Item>
          <Menu.Divider />
        </>
      ) : null}
      {names.map((name, place) => (
        <Menu.Item key={name} onClick={() => saveTableAt(id, place)}>
          {names.length === 1 ? 'Table' : name} as CSV
        </Menu.Item>
      ))}
    </>
  )
}
