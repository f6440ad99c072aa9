import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi, type Api } from '#main/api/router.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { api, isMethod } from '#shared/api.ts'
import { Problem } from '#shared/problem.ts'
import { loadMain, loadPreload } from '../fakes/built-bundles.ts'
import { fakeBundle, type FakeBundle } from '../fakes/bundle.ts'
import { fakeElectron } from '../fakes/electron.ts'
import { CASES, STORED_CASES } from './cases.ts'

const direct = createApi({ host: 'electron' })
let overIpc: (method: string, input: unknown) => Promise<unknown>
let bundle: FakeBundle
let host: WebHost

beforeAll(async () => {
  const electron = fakeElectron()
  await loadMain(electron)
  await electron.becomeReady()
  const invoke = loadPreload(electron, { url: 'app://bundle/' }).get('tierwise')?.invoke
  if (!invoke) throw new Error('the preload exposes no window.tierwise.invoke')
  overIpc = invoke
  bundle = fakeBundle()
  host = await serveOnLoopback({ api: direct, root: bundle.root })
})

afterAll(async () => {
  await host.close()
  bundle.remove()
})

async function overHttp(method: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${host.origin}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tierwise-token': host.token },
    body: JSON.stringify(input),
  })
  return response.json()
}

async function expectSameAnswer(method: string, input: unknown): ReturnType<Api> {
  const answer = await direct(method, input)
  expect(await overIpc(method, input)).toStrictEqual(answer)
  expect(await overHttp(method, input)).toStrictEqual(answer)
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

describe('a method that does not exist', () => {
  it.each(['app.quit', 'toString', 'constructor'])('%s is refused alike', async (method) => {
    expect(await expectSameAnswer(method, {})).toMatchObject({
      ok: false,
      problems: [{ code: 'api.unknown_method', path: '' }],
    })
  })
})
