import { describe, expect, it } from 'vitest'
import { decoded, encoded, Json, MOST_RESULT_BYTES } from '#main/runs/json.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { openPool } from './pool.ts'

const read = (bytes: Result<Uint8Array<ArrayBuffer>>) =>
  bytes.ok ? decoded(succeed(new Json(bytes.value))) : bytes

describe('an answer that leaves its thread', () => {
  it.each([{ total: '94.00', none: null }, ['Fünf ✓ 𝄞'], 'text', 0, null])(
    'is read as it was: %j',
    (value) => {
      expect(read(encoded(succeed(value)))).toEqual(succeed(value))
    },
  )

  it('keeps its problems where it is a refusal', () => {
    const refused = refuse({ code: 'test.refused', message: 'Refused.', path: 'field' })
    expect(encoded(refused)).toEqual(refused)
  })

  it('may be just as large as the most, counted in bytes', () => {
    const [megabyte, text] = [1024 * 1024, 'ü'.repeat(512 * 1024 - 1)]
    expect(encoded(succeed(text), megabyte)).toMatchObject({ ok: true })
    const refused = { code: 'run.too_large', message: expect.stringContaining('1 MB. Ask for less at once') }
    expect(encoded(succeed(`${text}.`), megabyte)).toMatchObject({ problems: [refused] })
  })

  it('that would be longer than any string is refused as too large, too', () => {
    const half = 'x'.repeat(300_000_000)
    expect(encoded(succeed([half, half]))).toMatchObject({ problems: [{ code: 'run.too_large' }] })
  })

  it('comes out of it as bytes, and none above the most', async () => {
    const runs = openPool()
    const fits = runs.order({ do: 'answerAtLength', characters: MOST_RESULT_BYTES - 2 })
    const large = runs.order({ do: 'answerAtLength', characters: MOST_RESULT_BYTES - 1 })
    await runs.until(fits.id, 'done')
    const answer = runs.result(fits.id)
    expect(answer.ok && answer.value.bytes.length).toBe(MOST_RESULT_BYTES)
    expect(await runs.until(large.id, 'refused')).toMatchObject({ problems: [{ code: 'run.too_large' }] })
    await runs.close()
  })
})
