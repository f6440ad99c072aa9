import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Api, createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { succeed } from '#shared/problem.ts'
import { readWorkbook } from '../export/workbook/read-workbook.ts'
import { tierwise } from './support.ts'

const SCENARIO = 'docs/examples/creator-at-400k.json'
const folder = mkdtempSync(join(tmpdir(), 'tierwise-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('run with --xlsx', () => {
  it('writes the workbook and prints what it prints without', async () => {
    const file = join(folder, 'result.xlsx')
    const { stdout } = await tierwise(['run', SCENARIO, '--json'])
    expect(await tierwise(['run', SCENARIO, '--xlsx', file, '--json'])).toEqual({
      stdout,
      stderr: '',
      exitCode: 0,
    })
    const { inputHash, totals } = JSON.parse(stdout)
    const sheets = readWorkbook(readFileSync(file))
    expect(sheets.get('Inputs')?.rows[3]?.map(({ value }) => value)).toEqual(['Input hash', inputHash])
    expect(sheets.get('Summary')?.rows[1]?.[2]?.value).toBe(Number(totals.total))
  })

  it.each(['result.csv', '.xlsx', 'result'])('refuses the name %s and writes nothing', async (name) => {
    const file = name === '.xlsx' ? name : join(folder, name)
    expect(await tierwise(['run', SCENARIO, '--xlsx', file])).toEqual({
      stdout: '',
      stderr: 'input.invalid: --xlsx takes the name of a file that ends in .xlsx. (xlsx)\n',
      exitCode: 2,
    })
    expect(existsSync(file)).toBe(false)
  })

  it('says what of the result the workbook leaves out', async () => {
    const whole = createApi({ host: 'cli' })
    const leftOut = [{ sheet: 'Ledger', rows: 1001 }]
    const cut: Api = async (method, input) =>
      method === 'export.workbook'
        ? succeed({ fileName: 'result.xlsx', file: new Uint8Array(), leftOut })
        : whole(method, input)
    const file = join(folder, 'cut.xlsx')
    expect(await cli(['run', SCENARIO, '--xlsx', file, '--json'], cut)).toEqual({
      stdout: (await tierwise(['run', SCENARIO, '--json'])).stdout,
      stderr: 'The sheet Ledger of the workbook leaves out 1,001 rows, for which it has no room.\n',
      exitCode: 0,
    })
  })

  it('says why a file cannot be written', async () => {
    const { stdout, stderr, exitCode } = await tierwise([
      'run',
      SCENARIO,
      '--xlsx',
      join(folder, 'no-such-folder', 'result.xlsx'),
    ])
    expect([stdout, exitCode]).toEqual(['', 2])
    expect(stderr).toMatch(
      /^file\.not_written: ".*result\.xlsx" could not be written: it does not exist\.\n$/,
    )
  })
})
