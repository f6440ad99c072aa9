import { getCurrentFuseWire } from '@electron/fuses'

/**
 * How fuses are set everywhere, in the wire's order: run as Node, cookie encryption, NODE_OPTIONS, inspector, archive's
 * integrity, only from the archive, own V8 snapshot, privileges of file:, and the one we leave as Electron is built:
 * WebAssembly's trap handlers.
 */
export const EXPECTED_FUSES = '010011001'

/** The fuses of a packed application, a character each: 0 off, 1 on. */
export async function fusesOf(executable: string): Promise<string> {
  const { version, ...fuses } = await getCurrentFuseWire(executable)
  if (version !== '1') throw new Error(`Unknown version of the wire: ${version}`)
  return String.fromCharCode(...Object.values(fuses).map(Number))
}
