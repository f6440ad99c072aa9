import { create } from 'zustand'
import { type Problem, refuse, type Result } from '#shared/result.ts'
import type { StoreCheck, StoreInfo, StoreTrouble } from '#shared/store.ts'
import { moment } from '#renderer/format/moments.ts'
import { answers, call, useLastAnswer, useAnswer } from './answers.ts'
import { letGo, saveNow } from './edits.ts'
import type { Unkept } from './library-actions.ts'
import { reasonOf } from './open-scenario.ts'
import { unkeptReason } from './unsaved.ts'
import { setView } from './view.ts'

/** What is done with the store itself, and what came of it last. */
export interface StoreState {
  readonly check: StoreCheck | null
  readonly busy: 'backup' | 'restore' | 'check' | null
  readonly said: { readonly kind: 'done' | 'refused'; readonly text: string } | null
}

export const useStore = create<StoreState>(() => ({ check: null, busy: null, said: null }))

/** What the store holds, in the very state it is in. */
export const useStoreInfo = (): StoreInfo | undefined => useAnswer('store.info', {}).value

/** What is wrong with the store, as it was when it was last asked: every edit changes what it holds, but not this. */
export const useStoreTrouble = (): StoreTrouble | null => useLastAnswer('store.info', {})?.trouble ?? null

/** Asks whether anything is wrong with the store. */
export const askForTrouble = async (): Promise<void> => void (await answers.ask('store.info', {}))

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
      return call('store.backup', {})
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
    () => ({
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
