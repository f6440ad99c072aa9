import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { layOutElectronForLinux, layOutElectronForMac } from './electron-distribution.ts'

/** What a deb and an AppImage are made from, besides the folder of the application. */
export interface LinuxPackages {
  readonly deb: {
    /** Of the tool that writes it: fields of the package, and `file=place` pairs. */
    readonly args: readonly string[]
    readonly desktopEntry: string
    readonly mimeTypes: string
  }
  readonly appImage: { readonly desktopEntry: string }
}

export interface Packed {
  /** The temporary folder that the application lies in; the caller removes it. */
  readonly folder: string
  /** The application as it is installed. */
  readonly app: string
  readonly resources: string
}

/** Packs the bundles in `out/` for Linux on this processor, over a stand-in for Electron and far from the project. */
export async function packForLinux(): Promise<Packed & LinuxPackages> {
  const folder = await newFolder()
  await layOutElectronForLinux(join(folder, 'electron'))
  await runBuilder('linux', folder)
  const packages: LinuxPackages = JSON.parse(await readFile(join(folder, 'dist/packages.json'), 'utf8'))
  const app = join(folder, 'dist', `linux${ofArch('x64')}-unpacked`)
  return { ...packages, folder, app, resources: join(app, 'resources') }
}

/** The same for macOS. */
export async function packForMac(): Promise<Packed> {
  const folder = await newFolder()
  await layOutElectronForMac(join(folder, 'electron'))
  await runBuilder('mac', folder)
  const app = join(folder, 'dist', `mac${ofArch('x64')}`, 'Tierwise.app')
  return { folder, app, resources: join(app, 'Contents/Resources') }
}

const newFolder = () => mkdtemp(join(tmpdir(), 'tierwise-packed-'))

/** electron-builder talks on stdout and holds on to what it has read, so it gets a process of its own. */
function runBuilder(system: 'linux' | 'mac', folder: string): Promise<unknown> {
  const script = join(import.meta.dirname, 'run-builder.ts')
  return promisify(execFile)(process.execPath, [
    script,
    system,
    join(folder, 'electron'),
    join(folder, 'dist'),
  ])
}

/** electron-builder names folders by the processor, except for the usual one. */
const ofArch = (usual: string) => (process.arch === usual ? '' : `-${process.arch}`)
