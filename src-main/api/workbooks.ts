import { workbook } from '#main/export/workbook/workbook.ts'
import { inputOf, Json } from '#main/runs/json.ts'
import { answerOfRun, type Awaited } from '#main/runs/threaded-calls.ts'
import type { ScenarioVariants, VariantCost } from '#shared/analysis.ts'
import { api, type ParsedInput } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'
import { LINE_END } from '#shared/call-with-file.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import { MOST_SAVED_BYTES } from '#shared/saved-file.ts'
import type { Scenario } from '#shared/scenario.ts'
import { Workbook } from '#shared/workbook.ts'
import { compareVariants, run, type OnProgress } from '#main/engine/index.ts'
import { fileNameOf } from './file-name.ts'
import type { Handlers } from './handlers.ts'
import { inputHash } from './input-hash.ts'
import { resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'
import type { Services } from './services.ts'

/**
 * Bills a scenario and writes what came of it as a workbook, which is told as two halves: months that are billed, and rows
 * that are written. Refused as `scenarios.run`, and where it is too large.
 */
async function written(
  { scenario, variants }: ParsedInput<'export.workbook'>,
  onProgress?: OnProgress,
): Promise<Result<Workbook>> {
  const catalog = resolveScenarioCatalog(scenario)
  if (!catalog.ok) return catalog
  const billed = within(
    'scenario',
    run(catalog.value, scenario, (done, of) => onProgress?.(done, 2 * of)),
  )
  if (!billed.ok) return billed
  const result = { ...billed.value, inputHash: inputHash(scenario, catalog.value) }
  const { file, leftOut } = await workbook(
    { scenario, catalog: catalog.value, result, variants: comparedIn(catalog.value, scenario, variants) },
    { onProgress: (done, of) => onProgress?.(of + done, 2 * of) },
  )
  if (file.length > MOST_SAVED_BYTES) return refuse(TOO_LARGE)
  return succeed({ fileName: fileNameOf(scenario.name, 'xlsx'), file, leftOut: [...leftOut] })
}

/** The account as it is and the variants that are kept with it; none where there are none. */
function comparedIn(
  catalog: Catalog,
  scenario: Scenario,
  { list, baseline }: ScenarioVariants = { list: [], baseline: null },
): readonly VariantCost[] {
  if (list.length === 0) return []
  const compared = compareVariants(catalog, scenario, [{ name: AS_IT_IS }, ...list], {
    baseline: baseline === null || list[baseline] === undefined ? 0 : baseline + 1,
    catalogOf: resolveCatalog,
  })
  return compared.ok ? compared.value : []
}

const AS_IT_IS = 'The account as it is'

const TOO_LARGE = {
  code: 'workbook.too_large',
  message: 'The workbook would be larger than 64 MB. Run fewer months, or leave usage events out.',
  path: 'scenario',
} as const

/** For a host that has no threads: in this one. */
export const workbooksHere: Pick<Handlers, 'export.workbook'> = {
  'export.workbook': (input) => written(input),
}

/** What is said of a workbook in a line in front of its file. */
const Head = Workbook.omit({ file: true })

/** What a run of `workbook.write` does: the file, which passes by everybody unread, behind a line that says what it is. */
export async function writeWorkbook(input: unknown, onProgress: OnProgress): Promise<Result<Json>> {
  const parsed = parse(api['export.workbook'].input, input)
  if (!parsed.ok) return parsed
  const made = await written(parsed.value, onProgress)
  if (!made.ok) return made
  const { file, ...told } = made.value
  const head = new TextEncoder().encode(`${JSON.stringify(told)}\n`)
  const whole = new Uint8Array(head.length + file.length)
  whole.set(head)
  whole.set(file, head.length)
  return succeed(new Json(whole))
}

/** The same in a thread, which tells how far it is and can be called off. The input may be one that nobody has read. */
export async function workbookInRun(
  runs: Services['runs'],
  input: unknown,
  awaited: Awaited,
): Promise<Result<Workbook>> {
  const answer = await answerOfRun(runs, 'workbook.write', input, awaited)
  if (!answer.ok) return answer
  const { bytes } = answer.value
  const end = bytes.indexOf(LINE_END)
  const told = Head.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))))
  return succeed({ ...told, file: bytes.slice(end + 1) })
}

/** A scenario of the store as a workbook; `signal` calls it off. */
export async function storedWorkbook(
  { kept, runs }: Pick<Services, 'kept' | 'runs'>,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<Workbook>> {
  const read = inputOf(input)
  const parsed = read.ok ? parse(api['export.storedWorkbook'].input, read.value) : read
  if (!parsed.ok) return parsed
  const { id, token } = parsed.value
  const scenario = await kept('own.workbook', { id })
  return scenario.ok ? workbookInRun(runs, scenario.value, { token, signal }) : scenario
}
