import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'

const KEY = 'sk_live_0123456789abcdef'
const secretsHere = () => sessionSecrets('There is no key store in this test.', { hide: () => undefined })

it('a key is lent as bytes, which are zeros once it is cleared or gives way to another', async () => {
  const secrets = secretsHere()
  const lent: Buffer[] = []
  const borrow = (key: Buffer) => Promise.resolve(void lent.push(key))
  await secrets.set('a', KEY)
  await secrets.use('a', borrow)
  expect(lent.map(String)).toEqual([KEY])
  await secrets.set('a', 'another key')
  await secrets.use('a', borrow)
  expect(lent.map(String)).toEqual(['\0'.repeat(KEY.length), 'another key'])
  await secrets.clear('a')
  expect(lent.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true)
})

it('the work’s own answer comes back, and null without work where there is no key', async () => {
  const secrets = secretsHere()
  expect(await secrets.use('a', () => Promise.reject(new Error('There is no key to work with.')))).toBe(null)
  await secrets.set('a', KEY)
  expect(await secrets.use('a', async (key) => key.length)).toBe(KEY.length)
})

it('a process that holds a key has it neither in its heap nor in a core dump', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const disguised = Buffer.from(Buffer.from(KEY).map((byte) => byte ^ 0x55))
  const holder = resolve(import.meta.dirname, 'key-holder.ts')
  const { stderr, status } = spawnSync(process.execPath, [holder, folder, disguised.toString('hex')], {
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  expect(readFileSync(join(folder, 'tierwise.log'), 'utf8')).toContain(`It has ${String(KEY.length)} letters`)
  expect(readFileSync(join(folder, 'heap')).includes(KEY)).toBe(false)
  const filter = join(folder, 'core-dump-filter')
  const written = existsSync(filter) ? readFileSync(filter, 'utf8') : 'no Linux'
  expect(written).toBe(process.platform === 'linux' ? '00000000\n' : 'no Linux')
})
