import { expect, it } from 'vitest'
import { readUntrustedJson } from '#main/export/untrusted-json.ts'
import { MOST_PATH } from '#shared/brief.ts'

/** Paths of all of them would be gigabytes; the file is a few megabytes. */
it('keys that no file has are written out for the first hundred, and counted for the rest', () => {
  const MANY = 300_000
  const text = `{"content":{"${'k'.repeat(20_000)}":[${'{"__proto__":1},'.repeat(MANY - 1)}{"__proto__":1}]}}`
  const answer = readUntrustedJson(text)
  const problems = answer.ok ? [] : answer.problems
  expect([problems.length, problems.at(-1)?.more]).toEqual([101, MANY - 100])
  expect(problems[99]).toMatchObject({
    code: 'bundle.forbidden_key',
    path: expect.stringMatching(/^content\.k+…\.99\.__proto__$/),
  })
  expect(problems[99]?.path.length).toBeLessThan(MOST_PATH)
})

it('a key that no file has is named by its whole path', () => {
  expect(readUntrustedJson('{"a":[0,{"b":{"constructor":[]}}]}')).toEqual({
    ok: false,
    problems: [
      {
        code: 'bundle.forbidden_key',
        message: 'A Tierwise file has no field "constructor".',
        path: 'a.1.b.constructor',
      },
    ],
  })
})
