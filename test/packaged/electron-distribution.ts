import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What Electron's binary holds before a packager sets its fuses: a mark, the version and length of the wire, the wire. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1
/** As Electron 45 is built: the ninth fuse, WebAssembly's trap handlers, is one that we leave alone. */
const WIRE_AS_BUILT = '101100011'

const LINUX_EXECUTABLES = ['chrome-sandbox', 'chrome_crashpad_handler']
const LINUX_FILES = [
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

const MAC_HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`)

/**
 * A folder that looks like Electron for Linux to a packager, where the real one cannot be downloaded: the same files,
 * with a wire of fuses to set, and nothing that runs.
 */
export async function layOutElectronForLinux(folder: string): Promise<void> {
  for (const file of LINUX_FILES) await lay(join(folder, file))
  for (const file of LINUX_EXECUTABLES) await lay(join(folder, file), EMPTY, 0o755)
  await lay(join(folder, 'electron'), binaryWithFuses(), 0o755)
}

/** The same for macOS. */
export async function layOutElectronForMac(folder: string): Promise<void> {
  const contents = join(folder, 'Electron.app/Contents')
  await layMacApp(contents, 'Electron')
  await lay(join(contents, 'Resources/electron.icns'))
  await lay(join(contents, 'Resources/en.lproj/locale.pak'))
  await lay(join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'), binaryWithFuses())
  for (const name of MAC_HELPERS) await layMacApp(join(contents, `Frameworks/${name}.app/Contents`), name)
}

async function layMacApp(contents: string, name: string): Promise<void> {
  await lay(join(contents, 'MacOS', name), EMPTY, 0o755)
  await lay(
    join(contents, 'Info.plist'),
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>`),
  )
}

const EMPTY = Buffer.alloc(0)

async function lay(path: string, content: Buffer = EMPTY, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { mode })
}

function binaryWithFuses(): Buffer {
  const header = Buffer.from([WIRE_VERSION, WIRE_AS_BUILT.length])
  return Buffer.concat([Buffer.from(FUSE_MARK), header, Buffer.from(WIRE_AS_BUILT)])
}
