import { loadMain, loadPreload } from './built-bundles.ts'
import { fakeElectron, type FakeElectron, type FakeOptions } from './electron.ts'
import type { FakeWindow } from './electron-window.ts'

export const OURS = 'app://bundle/'

/** The built application, started and ready, on a fake of Electron. */
export async function startShell(
  options: FakeOptions = {},
  prepare: (electron: FakeElectron) => void = () => undefined,
  main?: string,
): Promise<FakeElectron> {
  const electron = fakeElectron(options)
  prepare(electron)
  await loadMain(electron, main)
  await electron.becomeReady()
  return electron
}

export function onlyWindow({ windows }: FakeElectron): FakeWindow {
  const [window, another] = windows
  if (!window || another) throw new Error(`expected one window, found ${windows.length}`)
  return window
}

/** A call by the page itself, read as its preload reads the answer. */
export async function callMain(electron: FakeElectron, method: string, input: unknown): Promise<unknown> {
  const answer = await electron.invokeAs({ url: OURS }, 'tierwise:invoke', method, input)
  return answer instanceof Uint8Array
    ? { ok: true, value: JSON.parse(Buffer.from(answer).toString()) }
    : answer
}

/** The page of the newest window: its bridge, and every event it heard since it listens. */
export function openPage(electron: FakeElectron) {
  const { invoke, subscribe } = loadPreload(electron, { url: OURS }).get('tierwise') ?? {}
  if (!invoke || !subscribe) throw new Error('the preload exposes no window.tierwise')
  const heard: unknown[] = []
  const unsubscribe = subscribe((event: unknown) => void heard.push(event))
  if (typeof unsubscribe !== 'function') throw new TypeError('subscribe answers no function')
  return { invoke, heard, unsubscribe: () => void Reflect.apply(unsubscribe, undefined, []) }
}

/** Lets everything that waits for nothing but its turn happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
