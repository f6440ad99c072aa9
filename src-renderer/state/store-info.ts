import { create } from 'zustand'
import { type Problem, refuse, type Result } from '#shared/result.ts'
import type { StoreCheck, StoreInfo } from '#shared/store.ts'
import { moment } from '#renderer/format/moments.ts'
import { call } from './backend.ts'
import { letGo, saveNow } from './edits.ts'
import type { Unkept } from './library-actions.ts'
import { reasonOf } from './open-scenario.ts'
import { unkeptReason } from './unsaved.ts'
import { setView } from './view.ts'

/** What is known about the store itself, and what was done with it last. */
export interface StoreState {
  readonly info: StoreInfo | null
  readonly check: StoreCheck | null
  readonly busy: 'backup' | 'restore' | 'check' | null
  readonly said: { readonly kind: 'done' | 'refused'; readonly text: string } | null
}

export const useStore = create<StoreState>(() => ({ info: null, check: null, busy: null, said: null }))

export async function refreshStore(): Promise<void> {
  const answer = await call('store.info', {})
  if (answer.ok) useStore.setState({ info: answer.value })
}

async function doing<T>(
  busy: NonNullable<StoreState['busy']>,
  act: () => Promise<Result<T>>,
  done: (value: T) => Partial<StoreState>,
): Promise<void> {
  useStore.setState({ busy, said: null })
  const answer = await act()
  useStore.setState({
    busy: null,
    ...(answer.ok ? done(answer.value) : { said: { kind: 'refused', text: reasonOf(answer.problems) } }),
  })
}

export const backUp = (): Promise<void> =>
  doing(
    'backup',
    async () => {
      if ((await saveNow()) === 'failed') return refuse(notBackedUp())
      const answer = await call('store.backup', {})
      await refreshStore()
      return answer
    },
    ({ name }) => ({ said: { kind: 'done', text: `Backed up as ${name}.` } }),
  )

const notBackedUp = (): Problem => ({
  code: 'library.unsaved',
  message: `Not backed up: your last change cannot be saved. ${unkeptReason()}`,
  path: '',
})

/**
 * Puts a backup in the store's place; every window hears of it and reads everything again. Asks first where the open
 * scenario has a change that cannot be kept, which would not be in the store as it is kept beside.
 */
export async function restoreBackup(name: string, at: string, unkept: Unkept = 'ask'): Promise<void> {
  if ((await saveNow()) === 'failed') {
    if (unkept === 'ask') return setView({ goOn: () => void restoreBackup(name, at, 'discard') })
    await letGo()
  }
  await doing(
    'restore',
    () => call('store.restore', { name }),
    (info) => ({
      info,
      check: null,
      said: { kind: 'done', text: `The store is as it was on ${moment(at)}.` },
    }),
  )
}

export const checkStore = (): Promise<void> =>
  doing(
    'check',
    () => call('store.check', {}),
    (check) => ({ check }),
  )
