import { readFile } from 'node:fs/promises'
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

/** The file at a URL's path inside the built renderer; undefined when there is none or the path leads outside. */
export async function readBundleFile(root: string, pathname: string): Promise<BundleFile | undefined> {
  const inside = pathInside(root, pathname)
  const type = inside && CONTENT_TYPES[extname(inside)]
  if (!inside || !type) return undefined
  const body = await readFile(join(root, inside)).catch(() => undefined)
  if (!body) return undefined
  // Only the hashed file names of assets may be kept: a page from an older build would ask for files that are gone.
  const cache = inside.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-store'
  return { headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': cache }, body }
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
