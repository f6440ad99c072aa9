import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What Electron's binary holds before a packager sets its fuses: a mark, the version and length of the wire, the wire. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1
/** As Electron 45 is built: the ninth fuse, WebAssembly's trap handlers, is one that we leave alone. */
const WIRE_AS_BUILT = '101100011'

const EXECUTABLES = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']
const FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'locales/de.pak',
  'locales/en-US.pak',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
]

/**
 * A folder that looks like Electron for Linux to a packager, where the real one cannot be downloaded: the same files,
 * with a wire of fuses to set, and nothing that runs.
 */
export async function layOutElectron(folder: string): Promise<void> {
  for (const file of FILES) await lay(folder, file, `stand-in for ${file}\n`)
  for (const file of EXECUTABLES) await lay(folder, file, `stand-in for ${file}\n`, 0o755)
  await writeFile(join(folder, 'electron'), executableWithFuses())
}

async function lay(folder: string, file: string, content: string, mode = 0o644): Promise<void> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { mode })
}

function executableWithFuses(): Buffer {
  const wire = Buffer.from([WIRE_VERSION, WIRE_AS_BUILT.length])
  return Buffer.concat([
    Buffer.from('stand-in for electron\n'),
    Buffer.from(FUSE_MARK),
    wire,
    Buffer.from(WIRE_AS_BUILT),
  ])
}
