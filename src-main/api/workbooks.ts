import { workbook } from '#main/export/workbook/workbook.ts'
import { Json } from '#main/runs/json.ts'
import { answerOfRun } from '#main/runs/threaded-calls.ts'
import { api, type Output } from '#shared/api.ts'
import { LINE_END } from '#shared/call-with-file.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import { MOST_SAVED_BYTES } from '#shared/saved-file.ts'
import type { Scenario } from '#shared/scenario.ts'
import { run, type OnProgress } from '#main/engine/index.ts'
import { fileNameOf } from './file-name.ts'
import type { Handlers } from './handlers.ts'
import { inputHash } from './input-hash.ts'
import { resolveScenarioCatalog, within } from './resolve-catalog.ts'
import type { Services } from './services.ts'

type Workbook = Output<'export.workbook'>

/** Bills a scenario and writes what came of it as a workbook. Refused as `scenarios.run`, and where it is too large. */
async function written(scenario: Scenario, onProgress?: OnProgress): Promise<Result<Workbook>> {
  const catalog = resolveScenarioCatalog(scenario)
  if (!catalog.ok) return catalog
  const billed = within('scenario', run(catalog.value, scenario, onProgress))
  if (!billed.ok) return billed
  const result = { ...billed.value, inputHash: inputHash(scenario, catalog.value) }
  const file = await workbook({ scenario, catalog: catalog.value, result })
  if (file.length > MOST_SAVED_BYTES) return refuse(TOO_LARGE)
  return succeed({ fileName: fileNameOf(scenario.name, 'xlsx'), file })
}

const TOO_LARGE = {
  code: 'workbook.too_large',
  message: 'The workbook would be larger than 64 MB. Run fewer months, or leave usage events out.',
  path: 'scenario',
} as const

/** For a host that has no threads: in this one. */
export const workbooksHere: Pick<Handlers, 'export.workbook'> = {
  'export.workbook': ({ scenario }) => written(scenario),
}

/** What a run of `workbook.write` does: the file with its name in a line in front, which passes by everybody unread. */
export async function writeWorkbook(input: unknown, onProgress: OnProgress): Promise<Result<Json>> {
  const parsed = parse(api['export.workbook'].input, input)
  if (!parsed.ok) return parsed
  const made = await written(parsed.value.scenario, onProgress)
  if (!made.ok) return made
  const { file, fileName } = made.value
  const head = new TextEncoder().encode(`${fileName}\n`)
  const whole = new Uint8Array(head.length + file.length)
  whole.set(head)
  whole.set(file, head.length)
  return succeed(new Json(whole))
}

/** The same in a thread, which tells how far it is and can be called off. The input may be one that nobody has read. */
export async function workbookInRun(
  runs: Services['runs'],
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<Workbook>> {
  const answer = await answerOfRun(runs, 'workbook.write', input, signal)
  if (!answer.ok) return answer
  const { bytes } = answer.value
  const end = bytes.indexOf(LINE_END)
  return succeed({
    fileName: new TextDecoder().decode(bytes.subarray(0, end)),
    file: bytes.slice(end + 1),
  })
}

/** A scenario of the store as a workbook. */
export const storedWorkbooks = ({
  kept,
  runs,
}: Pick<Services, 'kept' | 'runs'>): Pick<Handlers, 'export.storedWorkbook'> => ({
  'export.storedWorkbook': async ({ id }) => {
    const scenario = await kept('own.workbook', { id })
    return scenario.ok ? workbookInRun(runs, scenario.value) : scenario
  },
})
