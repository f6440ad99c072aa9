import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { endianness } from 'node:os'

const ROOT = 0
/** Stands for users that a container has no number for; elsewhere it is a user like others. */
const NOBODY_KNOWN = 65_534
/** How the system says that there every user has a number. */
const EVERY_USER = /^\s*0\s+0\s+4294967295\s*$/
/** An end may be listed among those of either kind of address, as its program opened it. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6']
/** Of any other state the other end sends no more, and once it is closed the table tells no user of it but root. */
const ESTABLISHED = '01'

/** Where a connection comes from and goes to; of one that has ended nothing is known. */
export interface Ends {
  readonly localAddress: string | undefined
  readonly localPort: number | undefined
  readonly remoteAddress: string | undefined
  readonly remotePort: number | undefined
}

/** The ends of a connection, to be taken before anything is waited for, while it is open. */
export const endsOf = ({ localAddress, localPort, remoteAddress, remotePort }: Socket): Ends => ({
  localAddress,
  localPort,
  remoteAddress,
  remotePort,
})

/**
 * Whether a connection may be from another user of this machine, where the system tells: so it may where the system does
 * not know the connection as one that is open at both ends. Root is no other: who is root has everything anyway, and port
 * forwarding runs as root. A host that root runs takes anybody for its own, since no browser is to run as root.
 */
export async function isOfAnotherUser(ends: Ends): Promise<boolean> {
  const own = process.platform === 'linux' ? process.geteuid?.() : undefined
  if (own === undefined || own === ROOT) return false
  const tables = await Promise.all(TABLES.map(tableAt))
  // A system that shows nobody its connections is as one that has no such table.
  if (tables.every((table) => table === null)) return false
  const user = tables.map((table) => userIn(table ?? '', ends)).find((one) => one !== undefined)
  if (user === NOBODY_KNOWN) return own !== NOBODY_KNOWN && (await hasEveryUser())
  return user !== own && user !== ROOT
}

/** The user of the other end, by the kernel's table of connections; undefined where it is not listed as open there. */
export function userIn(table: string, ends: Ends): number | undefined {
  const theirs = written(ends.remoteAddress, ends.remotePort)
  const ours = written(ends.localAddress, ends.localPort)
  for (const line of table.split('\n')) {
    const [, from = '', to = '', state, , , , user = ''] = line.trim().split(/\s+/)
    if (state === ESTABLISHED && theirs.includes(from) && ours.includes(to)) return Number(user)
  }
  return undefined
}

/** Null where the system has none, or lets nobody read it; one that cannot be read just then tells of nothing. */
const tableAt = (path: string): Promise<string | null> =>
  readFile(path, 'latin1').catch((error: NodeJS.ErrnoException) =>
    ['ENOENT', 'EACCES', 'EPERM'].includes(error.code ?? '') ? null : '',
  )

const hasEveryUser = async (): Promise<boolean> =>
  EVERY_USER.test(await readFile('/proc/self/uid_map', 'latin1').catch(() => ''))

/**
 * As the tables have it, among addresses of the one kind and of the other: each four bytes as the machine keeps a number,
 * the port as it is read.
 */
function written(address = '', port = 0): readonly string[] {
  const short = word(address.split('.').map(Number))
  const at = `:${hex([port >> 8, port & 255])}`
  return [`${short}${at}`, `${word([0, 0, 0, 0]).repeat(2)}${word([0, 0, 255, 255])}${short}${at}`]
}

const word = (bytes: readonly number[]): string => hex(endianness() === 'LE' ? bytes.toReversed() : bytes)

const hex = (bytes: readonly number[]): string => Buffer.from(bytes).toString('hex').toUpperCase()
