import { create } from 'zustand'
import type { Result } from '#shared/problem.ts'
import type { StoreCheck, StoreInfo } from '#shared/store.ts'
import { moment } from '#renderer/format/moments.ts'
import { call } from './backend.ts'
import { saveNow } from './edits.ts'
import { reasonOf } from './open-scenario.ts'

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
      await saveNow()
      const answer = await call('store.backup', {})
      await refreshStore()
      return answer
    },
    ({ name }) => ({ said: { kind: 'done', text: `Backed up as ${name}.` } }),
  )

/** Puts a backup in the store's place; every window hears of it and reads everything again. */
export const restoreBackup = (name: string, at: string): Promise<void> =>
  doing(
    'restore',
    async () => {
      await saveNow()
      return call('store.restore', { name })
    },
    (info) => ({
      info,
      check: null,
      said: { kind: 'done', text: `The store is as it was on ${moment(at)}.` },
    }),
  )

export const checkStore = (): Promise<void> =>
  doing(
    'check',
    () => call('store.check', {}),
    (check) => ({ check }),
  )
