import { readdir, readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** A file of the built renderer, ready to be sent by either host. */
export interface BundleFile {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine and recharts set inline styles.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sent with everything, so that no file can be opened outside the policy. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The file at a URL's path; undefined when there is none or the path leads outside. */
export type BundleFiles = (pathname: string) => Promise<BundleFile | undefined>

/**
 * The files of the built renderer in a folder, each by its own name alone. An asset is read once, and its bytes are the
 * same for all who ask: its name is made of what is in it. The page is read each time it is asked for, so that one of a
 * newer build is found.
 */
export function bundleFiles(root: string): BundleFiles {
  const assets = new Map<string, Promise<BundleFile | undefined>>()

  return (pathname) => {
    const inside = pathInside(root, pathname)
    const type = inside && CONTENT_TYPES[extname(inside)]
    if (!inside || !type) return NOTHING
    if (!inside.startsWith(`assets${sep}`)) return read(root, inside, type, 'no-store')
    const known = assets.get(inside)
    if (known) return known
    const reading = read(root, inside, type, 'public, max-age=31536000, immutable')
    assets.set(inside, reading)
    // Whoever asks for names that are not there leaves nothing here.
    void reading.then((file) => file ?? assets.delete(inside))
    return reading
  }
}

const NOTHING = Promise.resolve(undefined)

async function read(
  root: string,
  inside: string,
  type: string,
  cache: string,
): Promise<BundleFile | undefined> {
  if (!(await isNamed(root, inside))) return undefined
  const body = await readFile(join(root, inside)).catch(() => undefined)
  return body && { headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache }, body }
}

/** Whether the folders themselves name it so: many a disk knows a file by other spellings as well. */
async function isNamed(root: string, inside: string): Promise<boolean> {
  let folder = root
  for (const name of inside.split(sep)) {
    const names: readonly string[] = await readdir(folder).catch(() => [])
    if (!names.includes(name)) return false
    folder = join(folder, name)
  }
  return true
}

/** Where the path leads once every `..` is followed, relative to the root. */
function pathInside(root: string, pathname: string): string | undefined {
  const decoded = decode(pathname === '/' ? '/index.html' : pathname)
  if (decoded === undefined || decoded.includes('\0')) return undefined
  const inside = relative(root, join(root, decoded))
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : inside
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
