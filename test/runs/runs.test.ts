import { afterEach, describe, expect, it } from 'vitest'
import { decoded } from '#main/runs/json.ts'
import { defaultSize, MOST_WAITING } from '#main/runs/runs.ts'
import { openPool, type TestPool, Turns } from './pool.ts'

const pools: TestPool[] = []

function pool(options: Parameters<typeof openPool>[0] = {}): TestPool {
  const opened = openPool(options)
  pools.push(opened)
  return opened
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((opened) => opened.close()))
})

const statuses = ({ told }: TestPool, id: string) =>
  told.filter((run) => run.id === id).map(({ status }) => status)

describe('a run', () => {
  it('waits, runs and is done, and every step is told', async () => {
    const runs = pool()
    const { id } = runs.order({ do: 'answer', value: { total: '94.00' } })
    expect(await runs.until(id, 'done')).toEqual({
      id,
      method: 'scenarios.run',
      status: 'done',
      progress: 1,
      problems: [],
    })
    expect(statuses(runs, id)).toEqual(['waiting', 'running', 'done'])
    expect(decoded(runs.result(id))).toEqual({ ok: true, value: { total: '94.00' } })
  })

  it('is told of by what its asker knows it by, at every step', async () => {
    const runs = pool()
    const { id } = runs.start('workbook.write', { do: 'answer', value: null }, 'the-token-of-the-asker')
    await runs.answered(id)
    const told = runs.told.filter((run) => run.id === id).map(({ token }) => token)
    expect(told).toEqual(Array.from({ length: 3 }, () => 'the-token-of-the-asker'))
  })

  it('is running at once where a thread is free', () => {
    const runs = pool()
    expect(runs.order({ do: 'spin' })).toMatchObject({ status: 'running', progress: null })
  })

  it('that is refused keeps its problems, and answers them', async () => {
    const runs = pool()
    const { id } = runs.order({ do: 'refuse' })
    const problems = [{ code: 'test.refused', message: 'Refused.', path: 'field' }]
    expect(await runs.until(id, 'refused')).toMatchObject({ problems })
    expect(runs.result(id)).toEqual({ ok: false, problems })
  })

  it('that is a file to be read says so when it breaks down', async () => {
    const runs = pool()
    const { id } = runs.start('bundles.read', { do: 'throwOutside' })
    expect(await runs.answered(id)).toEqual({
      ok: false,
      problems: [
        {
          code: 'run.crashed',
          message: 'Reading the file broke down inside Tierwise. Nothing was imported.',
          path: '',
        },
      ],
    })
  })

  it('hands its result out once', async () => {
    const runs = pool()
    const { id } = runs.order({ do: 'answer', value: 1 })
    await runs.until(id, 'done')
    expect(decoded(runs.result(id))).toEqual({ ok: true, value: 1 })
    expect(runs.result(id)).toMatchObject({ problems: [{ code: 'run.taken', path: 'id' }] })
  })

  it('has no result before it is done', () => {
    const runs = pool({ size: 1 })
    const { id: running } = runs.order({ do: 'spin' })
    const { id: waiting } = runs.order({ do: 'spin' })
    for (const id of [running, waiting])
      expect(runs.result(id)).toMatchObject({ problems: [{ code: 'run.not_finished', path: 'id' }] })
  })

  it('that nobody started is unknown', () => {
    const runs = pool()
    for (const answer of [runs.result('no-such'), runs.cancel('no-such')])
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'run.unknown', path: 'id' }] })
  })

  it('says how far it is: never backwards, never beyond the end, and 1 when it is done', async () => {
    const runs = pool()
    const { id } = runs.order({ do: 'progress', parts: [1, 4, 2, 4, 7, 12] })
    await runs.until(id, 'done')
    const progress = runs.told.filter((run) => run.id === id).map((run) => run.progress)
    expect(progress).toEqual([null, null, 0.1, 0.4, 0.7, 1, 1])
  })
})

describe('several runs', () => {
  it('work at the same time, as many as there are threads', async () => {
    const runs = pool({ size: 2 })
    const turns = new Turns()
    const first = runs.order({ do: 'wait', turns: turns.turns })
    const second = runs.order({ do: 'answer', value: 2 })
    await runs.until(second.id, 'done')
    expect(runs.list().map(({ status }) => status)).toEqual(['running', 'done'])
    turns.let()
    await runs.until(first.id, 'done')
  })

  it('wait for a thread in the order they came', async () => {
    const runs = pool({ size: 1 })
    const turns = new Turns()
    const ids = [1, 2, 3].map(() => runs.order({ do: 'wait', turns: turns.turns }).id)
    expect(runs.list().map(({ status }) => status)).toEqual(['running', 'waiting', 'waiting'])
    turns.let()
    await Promise.all(ids.map((id) => runs.until(id, 'done')))
    const ended = runs.told.filter(({ status }) => status === 'done').map(({ id }) => id)
    expect(ended).toEqual(ids)
  })

  it('wait while a large file is read, which waits for none of them, be the pool as busy as it may', async () => {
    const runs = pool({ size: 1 })
    const { id: busy } = runs.order({ do: 'spin' })
    const others = Array.from({ length: MOST_WAITING }, () => runs.order({ do: 'answer', value: 1 }))
    const { id: file } = runs.start('bundles.read', { do: 'answer', value: 'read' })
    expect(await runs.answered(file)).toMatchObject({ ok: true })
    expect(
      runs
        .list()
        .filter(({ status }) => status === 'running')
        .map(({ id }) => id),
    ).toEqual([busy])
    expect(runs.list().filter(({ status }) => status === 'waiting')).toHaveLength(others.length)
  })

  it('answer everybody who waits for them', async () => {
    const runs = pool({ size: 1 })
    const { id } = runs.order({ do: 'answer', value: 1 })
    const [one, other] = await Promise.all([runs.answered(id), runs.answered(id)])
    expect(decoded(one)).toEqual({ ok: true, value: 1 })
    expect(decoded(other)).toEqual(decoded(one))
  })

  it('are listed in the order they were started, and only the last twenty that ended are remembered', async () => {
    const runs = pool({ size: 1 })
    const { id: alive } = runs.order({ do: 'wait', turns: new Turns().turns })
    const ids = Array.from({ length: 22 }, () => runs.order({ do: 'answer', value: null }).id)
    for (const id of ids) runs.cancel(id)
    expect(runs.list().map(({ id }) => id)).toEqual([alive, ...ids.slice(2)])
    expect(runs.result(ids[1] ?? '')).toMatchObject({ problems: [{ code: 'run.unknown' }] })
  })

  it('keep their result however many others are waited for and answered meanwhile', async () => {
    const runs = pool({ size: 1 })
    const { id } = runs.order({ do: 'answer', value: 'kept' })
    await runs.until(id, 'done')
    for (let count = 0; count < 25; count++) {
      const file = runs.start('bundles.read', { do: 'answer', value: null })
      expect(await runs.answered(file.id)).toMatchObject({ ok: true })
    }
    expect(decoded(runs.result(id))).toEqual({ ok: true, value: 'kept' })
    expect(runs.list().length).toBeLessThan(25)
  })

  it('may be started by whoever hears that one has ended, also where its thread was one too many', async () => {
    const next: string[] = []
    const runs: TestPool = pool({
      size: 1,
      events: {
        emit: (event) => {
          if (event.kind !== 'run' || event.run.method !== 'bundles.read' || event.run.status !== 'done')
            return
          next.push(runs.order({ do: 'answer', value: 'next' }).id)
        },
      },
    })
    const { id: busy } = runs.order({ do: 'spin' })
    await runs.answered(runs.start('bundles.read', { do: 'answer', value: null }).id)
    expect(runs.list().find(({ id }) => id === next[0])).toMatchObject({ status: 'waiting' })
    runs.cancel(busy)
    expect(decoded(await runs.answered(next[0] ?? ''))).toEqual({ ok: true, value: 'next' })
  })

  it('wait in a queue that has an end: one more is refused, and those before it are not', () => {
    const runs = pool({ size: 1 })
    for (let count = 0; count <= MOST_WAITING; count++) runs.order({ do: 'spin' })
    expect(runs.order({ do: 'spin' })).toMatchObject({
      status: 'refused',
      problems: [{ code: 'run.too_many', path: '' }],
    })
    const waiting = runs.list().filter(({ status }) => status === 'waiting')
    expect(waiting).toHaveLength(MOST_WAITING)
  })

  it('have one core fewer than the machine, two threads at least and three at most', () => {
    expect([1, 2, 3, 4, 16].map(defaultSize)).toEqual([2, 2, 2, 3, 3])
  })
})

describe('cancelling', () => {
  it('takes a run that waits out of the queue', async () => {
    const runs = pool({ size: 1 })
    const turns = new Turns()
    const first = runs.order({ do: 'wait', turns: turns.turns })
    const second = runs.order({ do: 'answer', value: 2 })
    expect(runs.cancel(second.id)).toMatchObject({ ok: true, value: { status: 'cancelled' } })
    turns.let()
    await runs.until(first.id, 'done')
    expect(statuses(runs, second.id)).toEqual(['waiting', 'cancelled'])
    expect(runs.result(second.id)).toMatchObject({ problems: [{ code: 'run.cancelled', path: 'id' }] })
  })

  it('stops a run that never pauses, and the next one gets a thread', async () => {
    const runs = pool({ size: 1 })
    const endless = runs.order({ do: 'spin' })
    const next = runs.order({ do: 'answer', value: 'next' })
    expect(runs.cancel(endless.id)).toMatchObject({ value: { status: 'cancelled' } })
    await runs.until(next.id, 'done')
    expect(decoded(runs.result(next.id))).toEqual({ ok: true, value: 'next' })
    expect(statuses(runs, endless.id)).toEqual(['waiting', 'running', 'cancelled'])
    expect(runs.defects).toEqual([])
  })

  it('leaves the other runs alone', async () => {
    const runs = pool({ size: 2 })
    const turns = new Turns()
    const other = runs.order({ do: 'wait', turns: turns.turns })
    const endless = runs.order({ do: 'spin' })
    runs.cancel(endless.id)
    turns.let()
    await runs.until(other.id, 'done')
    expect(runs.list().map(({ status }) => status)).toEqual(['done', 'cancelled'])
  })

  it('leaves a run as it is that has come to its end', async () => {
    const runs = pool()
    const { id } = runs.order({ do: 'answer', value: 'kept' })
    const done = await runs.until(id, 'done')
    expect(runs.cancel(id)).toEqual({ ok: true, value: done })
    expect(decoded(runs.result(id))).toEqual({ ok: true, value: 'kept' })
  })
})

describe('a thread that breaks down', () => {
  const BREAKDOWNS = ['throwOutside', 'reject', 'exit'] as const

  it.for(BREAKDOWNS)('is reported and replaced, and the other runs go on: %s', async (how) => {
    const runs = pool({ size: 2 })
    const turns = new Turns()
    const other = runs.order({ do: 'wait', turns: turns.turns })
    const broken = runs.order({ do: how })
    const next = runs.order({ do: 'answer', value: 'next' })
    const crashed = await runs.until(broken.id, 'crashed')
    expect(crashed.problems).toMatchObject([{ code: 'run.crashed', path: '' }])
    expect(runs.result(broken.id)).toEqual({ ok: false, problems: crashed.problems })
    expect(runs.defects).toMatchObject([{ message: expect.any(String) }])

    await runs.until(next.id, 'done')
    turns.let()
    await runs.until(other.id, 'done')
  })

  it('for want of memory says so, and takes nothing else with it', async () => {
    const runs = pool({ size: 2, memoryMb: 64 })
    const turns = new Turns()
    const other = runs.order({ do: 'wait', turns: turns.turns })
    const hungry = runs.order({ do: 'eatMemory' })
    const { problems } = await runs.until(hungry.id, 'crashed')
    expect(problems).toMatchObject([{ code: 'run.out_of_memory' }])
    expect(problems[0]?.message).toContain('64 MB')
    turns.let()
    await runs.until(other.id, 'done')
  })

  it('because it cannot start takes the run it was started for, each time one is', async () => {
    const runs = pool({ size: 1, worker: new URL('no-such-worker.ts', import.meta.url) })
    const first = runs.order({ do: 'answer', value: 1 })
    const second = runs.order({ do: 'answer', value: 2 })
    await runs.until(first.id, 'crashed')
    await runs.until(second.id, 'crashed')
    expect(runs.defects).toHaveLength(2)
  })
})

it.for([
  ['throws', 'throwInHandler', 'in the handler'],
  ['answers what cannot leave the thread', 'answerWithFunction', 'nothing that JSON can hold'],
] as const)(
  'a handler that %s is a defect: told as the router tells it, and the thread lives on',
  async ([_what, how, message]) => {
    const runs = pool({ size: 1 })
    const { id } = runs.order({ do: how })
    const { problems } = await runs.until(id, 'refused')
    expect(problems).toMatchObject([{ code: 'internal.error', path: '' }])
    expect(runs.defects).toMatchObject([{ message: expect.stringContaining(message) }])
    const next = runs.order({ do: 'answer', value: 'next' })
    await runs.until(next.id, 'done')
  },
)

describe('closing', () => {
  it('ends every run and every thread', async () => {
    const runs = pool({ size: 1 })
    const running = runs.order({ do: 'spin' })
    const waiting = runs.order({ do: 'spin' })
    await runs.close()
    expect(runs.list().map(({ id, status }) => [id, status])).toEqual([
      [running.id, 'cancelled'],
      [waiting.id, 'cancelled'],
    ])
  })

  it('lets nothing start afterwards', async () => {
    const runs = pool()
    await runs.close()
    expect(runs.order({ do: 'answer', value: 1 })).toMatchObject({ status: 'cancelled' })
  })
})
