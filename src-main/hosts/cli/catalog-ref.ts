import { parse, type Result, succeed } from '#shared/problem.ts'
import { CatalogRef } from '#shared/scenario.ts'
import { readDocument } from './read-document.ts'

/** What `--catalog` names: a preset by its id, or a catalogue in a file whose name ends in `.json`. */
export async function readCatalogRef(option: string | boolean | undefined): Promise<Result<CatalogRef>> {
  if (typeof option === 'string' && !option.endsWith('.json')) return succeed(option)
  if (typeof option !== 'string') {
    const message = 'Name a catalogue: --catalog ID. The command `catalogs` lists them.'
    return { ok: false, problems: [{ code: 'input.invalid', message, path: 'catalog' }] }
  }
  const document = await readDocument(option)
  return document.ok ? parse(CatalogRef, document.value) : document
}
