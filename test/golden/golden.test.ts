import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApi } from '#main/api/router.ts'
import { cli } from '#main/hosts/cli/cli.ts'
import { RunResult } from '#shared/run-result.ts'

/*
 * Worked examples. `NN-name.json` is a scenario that `tierwise run` takes as it is; `NN-name.expected.json` says what
 * it must come to, worked out by hand as its `why` tells: figures are compared as the strings they are.
 */

const HERE = import.meta.dirname

const Figures = z.record(z.string(), z.string())
const Expected = z.strictObject({
  why: z.array(z.string()).min(1),
  end: z.string().optional(),
  periods: z.array(Figures),
  invoices: z.array(
    z.strictObject({
      date: z.string(),
      total: z.string(),
      /** Kind, quantity, amount. */
      lines: z.array(z.tuple([z.string(), z.string().nullable(), z.string()])),
    }),
  ),
  totals: Figures,
  /** Kind, instant, credits. */
  alerts: z.array(z.tuple([z.string(), z.string(), z.string()])).optional(),
})

const names = readdirSync(HERE)
  .toSorted()
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => file.replace('.expected.json', ''))

const call = createApi({ host: 'golden' })

async function billed(name: string): Promise<RunResult> {
  const { stdout, stderr, exitCode } = await cli(['run', join(HERE, `${name}.json`), '--json'], call)
  if (exitCode !== 0) throw new Error(stderr)
  return RunResult.parse(JSON.parse(stdout))
}

describe('worked examples come out as worked by hand', () => {
  test('every scenario has its expectation', () => {
    const scenarios = readdirSync(HERE)
      .filter((file) => /^\d\d-[^.]*\.json$/.test(file))
      .toSorted()
    expect(scenarios.map((file) => file.replace('.json', ''))).toEqual(names)
    expect(names.length).toBeGreaterThanOrEqual(12)
  })

  test.each(names)('%s', async (name) => {
    const expected = Expected.parse(JSON.parse(readFileSync(join(HERE, `${name}.expected.json`), 'utf8')))
    const result = await billed(name)
    expect(result.periods.map(periodFigures)).toEqual(expected.periods)
    expect(result.invoices.map(invoiceFigures)).toEqual(expected.invoices)
    expect(result.totals).toMatchObject(expected.totals)
    expect(result.end).toBe(expected.end ?? result.end)
    const alerts = result.alerts.map(({ kind, at, credits }) => [kind, at, credits])
    expect(alerts).toEqual(expected.alerts ?? alerts)
  })
})

const periodFigures = (period: RunResult['periods'][number]) => ({
  start: period.start,
  opening: period.openingCredits,
  granted: period.grantedCredits,
  used: period.poolCredits,
  overage: period.overageCredits,
  blocked: period.blockedCredits,
  expired: period.expiredCredits,
  forfeited: period.forfeitedCredits,
  closing: period.closingCredits,
})

const invoiceFigures = ({ date, total, lines }: RunResult['invoices'][number]) => ({
  date,
  total,
  lines: lines.map(({ kind, quantity, amount }) => [kind, quantity, amount]),
})
