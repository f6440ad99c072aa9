import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApi, type Api } from '#main/api/router.ts'
import { api, isMethod, type Method } from '#shared/api.ts'
import { Problem } from '#shared/problem.ts'
import { answerIn, requestBodyOf } from '#renderer/client/with-file.ts'
import { bytesOf } from '../fakes/bytes-of.ts'
import { type EnteredHost, serveToPage } from '../fakes/entered-host.ts'
import { fakeBundle, type FakeBundle } from '../fakes/bundle.ts'
import { openPage, startShell } from '../fakes/shell.ts'
import { scenarioUsing } from '../store/support.ts'
import { CASES, STORED_CASES } from './cases.ts'
import { storedApi } from './stored-api.ts'

const direct = createApi({ host: 'electron' })
let overIpc: (method: string, input: unknown) => Promise<unknown>
let bundle: FakeBundle
let host: EnteredHost

beforeAll(async () => {
  const electron = await startShell()
  const { invoke } = openPage(electron)
  overIpc = async (method, input) => invoke(method, input)
  bundle = fakeBundle()
  host = await serveToPage({ api: direct, root: bundle.root })
})

afterAll(async () => {
  await host.close()
  bundle.remove()
})

async function post({ origin, token }: EnteredHost, method: string, input: unknown): Promise<unknown> {
  const { body, type } = requestBodyOf(input)
  const response = await fetch(`${origin}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-tierwise-token': token },
    body,
  })
  return answerIn(response)
}

async function expectSameAnswer(method: string, input: unknown): ReturnType<Api> {
  const answer = await expectSameAnswerOverHttp(method, input)
  expect(await overIpc(method, input)).toStrictEqual(answer)
  return answer
}

async function expectSameAnswerOverHttp(method: string, input: unknown): ReturnType<Api> {
  const answer = await direct(method, input)
  expect(await post(host, method, input)).toStrictEqual(answer)
  return answer
}

describe.each(Object.entries(CASES))('%s', (method, { good, bad }) => {
  if (!isMethod(method)) throw new Error(`${method} is not in the map`)

  it.each(good.map((input, index) => ({ input, index })))(
    'answers good input $index alike over every transport, as the map says',
    async ({ input }) => {
      const answer = await expectSameAnswer(method, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
      expect(api[method].output.safeParse(answer.value).error?.issues ?? []).toEqual([])
    },
  )

  it.each(bad.map((input, index) => ({ input, index })))(
    'refuses bad input $index alike over every transport: $input',
    async ({ input }) => {
      const answer = await expectSameAnswer(method, input)
      if (answer.ok) throw new Error('it was answered')
      expect(answer.problems.length).toBeGreaterThan(0)
      for (const problem of answer.problems) expect(Problem.parse(problem).code).not.toBe('internal.error')
    },
  )
})

describe.each(Object.entries(STORED_CASES))('%s', (method, { bad }) => {
  it.each(bad.map((input, index) => ({ input, index })))(
    'refuses bad input $index alike over every transport: $input',
    async ({ input }) => expect(await expectSameAnswer(method, input)).toMatchObject({ ok: false }),
  )
})

/** An id, an instant, or a hash of something that holds an id is another in every store; what counts is that the same comes back where it did. */
function normalised(answers: readonly unknown[]): unknown {
  const seen: string[] = []
  const readable = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value
  const text = JSON.stringify(answers, readable)
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64}/g, (id) => {
      if (!seen.includes(id)) seen.push(id)
      return `id ${seen.indexOf(id)}`
    })
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an instant')
  return JSON.parse(text)
}

/** A person's session: each call with the first document's id where it needs one. */
async function session(call: (method: string, input: unknown) => Promise<unknown>): Promise<unknown> {
  const made = await call('library.create', { name: 'May', document: scenarioUsing('1') })
  const { id } = z.object({ value: z.object({ id: z.string() }) }).parse(made).value
  const answers = [made]
  for (const [method, input] of stepsOn(id)) answers.push(await call(method, input))
  return normalised(answers)
}

const stepsOn = (id: string): readonly (readonly [Method, unknown])[] => [
  ['library.edit', { id, base: 1, label: 'Change usage', document: scenarioUsing('2') }],
  ['library.edit', { id, base: 1, label: 'Too late', document: scenarioUsing('3') }],
  ['library.rename', { id, name: 'June' }],
  ['library.nameVersion', { id, revision: 2, name: 'As quoted' }],
  ['history.undo', { scope: id }],
  ['history.redo', { scope: id }],
  ['history.state', { scope: 'library' }],
  ['library.revert', { id, revision: 1 }],
  ['library.revisions', { id }],
  ['library.revision', { id, revision: 2 }],
  ['library.delete', { id }],
  ['library.rename', { id, name: 'In the bin' }],
  ['library.restore', { id }],
  ['library.get', { id }],
  ['bundles.export', { id }],
  ['bundles.import', { file: bytesOf('no bundle') }],
  ['library.list', { kind: 'scenario', search: 'may' }],
  ['settings.change', { theme: 'dark', numberFormat: 'space' }],
  ['settings.get', {}],
  ['store.check', {}],
  ['store.restore', { name: 'no such backup' }],
]

describe('a session on stored documents', () => {
  it('goes alike over every transport, each over a store of its own', async () => {
    const served = await serveToPage({ api: storedApi().api, root: bundle.root })
    const called = await session(storedApi().api)
    expect(await session((method, input) => post(served, method, input))).toStrictEqual(called)
    expect(await session(overIpc)).toStrictEqual(called)
    await served.close()
  })

  it('says of each host whether it has dialogs', async () => {
    const info = await expectSameAnswerOverHttp('app.info', {})
    expect(info).toMatchObject({ ok: true, value: { hasDialogs: false } })
    expect(await overIpc('app.info', {})).toMatchObject({ ok: true, value: { hasDialogs: true } })
  })
})

describe('a method that does not exist', () => {
  it.each(['app.quit', 'toString', 'constructor'])('%s is refused alike', async (method) => {
    expect(await expectSameAnswer(method, {})).toMatchObject({
      ok: false,
      problems: [{ code: 'api.unknown_method', path: '' }],
    })
  })

  it('is told by its beginning, however long its name is', async () => {
    const answer = await expectSameAnswerOverHttp('x'.repeat(5000), {})
    expect(JSON.stringify(answer).length).toBeLessThan(300)
  })
})
