import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { openBrowser } from '#main/hosts/start/open-browser.ts'
import { serve } from '#main/hosts/start/serve.ts'
import { addressIn, placesBelow } from '../fakes/program.ts'

vi.mock('#main/hosts/start/open-browser.ts')

const STOPPED = 'Tierwise has stopped; everything is saved.'

let home: string
let said: string[]
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tierwise-serving-'))
  const own = { ...placesBelow(home), XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home }
  for (const [name, path] of Object.entries(own)) vi.stubEnv(name, path)
  said = []
  vi.mocked(openBrowser).mockReset()
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

function start(options: { readonly port: number; readonly open: boolean }) {
  const say = (text: string) => void said.push(text)
  const out = join(import.meta.dirname, '../../out')
  return serve({ out, idleMinutes: 0, files: [], say, sayInPlace: null, complain: say, ...options })
}

it('says why a port cannot be had', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await start({ port, open: false })).toBe(1)
  expect(said).toEqual([`Cannot serve on port ${String(port)}: another program uses it.`, STOPPED])
})

it('does not lay anything else on the port: says so, notes it, and serves no more', async () => {
  vi.mocked(openBrowser).mockImplementation(() => {
    throw new Error('spawn ENOMEM')
  })
  expect(await start({ port: 0, open: true })).toBe(1)
  const log = join(placesBelow(home).TIERWISE_DATA, 'logs', 'tierwise.log')
  expect(said.slice(1)).toEqual([
    `Tierwise had to stop: something went wrong inside it. Your documents are safe. Details are in ${log}.`,
    STOPPED,
  ])
  expect(readFileSync(log, 'utf8')).toContain('spawn ENOMEM')
  await expect(fetch(new URL(addressIn(said[0] ?? '')).origin)).rejects.toThrow('fetch failed')
})
