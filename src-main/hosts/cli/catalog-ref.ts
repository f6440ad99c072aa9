import { within } from '#main/api/resolve-catalog.ts'
import { Catalog } from '#shared/catalog.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import type { CatalogRef } from '#shared/scenario.ts'
import type { Option, Options, Read } from './command.ts'
import { readDocument } from './read-document.ts'

/** The option that names a catalogue. */
export const CATALOG_OPTION: Option = {
  value: 'ID',
  help: 'A preset by its id, a catalogue in a FILE.json, or - for one on standard input.',
}

/** What `--catalog` names: a preset by its id, a catalogue in a file ending in `.json`, or `-` for standard input. */
export async function readCatalogRef(read: Read, { catalog }: Options): Promise<Result<CatalogRef>> {
  if (typeof catalog !== 'string') {
    const message = 'Name a catalogue: --catalog ID. The command `catalogs` lists them.'
    return refuse({ code: 'input.invalid', message, path: 'catalog' })
  }
  if (catalog !== '-' && !catalog.endsWith('.json')) return succeed(catalog)
  const document = await readDocument(read, catalog)
  if (!document.ok) return document
  // A catalogue is the field `catalog` of what the API is asked.
  return within('catalog', parse(Catalog, document.value))
}
