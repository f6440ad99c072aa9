import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { endianness } from 'node:os'

const ROOT = 0
/** Stands for users that a container has no number for. */
const NOBODY_KNOWN = 65_534
/** An end may be listed among those of either kind of address, as its program opened it. */
const TABLES = ['/proc/net/tcp', '/proc/net/tcp6']

type Ends = Pick<Socket, 'localAddress' | 'localPort' | 'remoteAddress' | 'remotePort'>

/**
 * Whether a connection is from another user of this machine, where the system tells. Root may be: who is root has
 * everything anyway, and port forwarding runs as root.
 */
export async function isOfAnotherUser(connection: Ends): Promise<boolean> {
  const own = process.platform === 'linux' ? process.geteuid?.() : undefined
  if (own === undefined || own === ROOT) return false
  for (const table of TABLES) {
    const user = userIn(await readFile(table, 'latin1').catch(() => ''), connection)
    if (user !== undefined) return ![own, ROOT, NOBODY_KNOWN].includes(user)
  }
  return false
}

/** The user of the other end, by the kernel's table of connections; undefined where it is not listed there. */
export function userIn(table: string, ends: Ends): number | undefined {
  const [theirs, ours] = [
    written(ends.remoteAddress, ends.remotePort),
    written(ends.localAddress, ends.localPort),
  ]
  for (const line of table.split('\n')) {
    const [, from = '', to = '', , , , , user = ''] = line.trim().split(/\s+/)
    if (from.endsWith(theirs) && to.endsWith(ours)) return Number(user)
  }
  return undefined
}

/** As the table has it: the address as the machine keeps the number, the port as it is read. */
function written(address = '', port = 0): string {
  const bytes = Buffer.from(address.split('.').map(Number))
  return `${hex(endianness() === 'LE' ? bytes.toReversed() : bytes)}:${hex(Buffer.from([port >> 8, port & 255]))}`
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase()
