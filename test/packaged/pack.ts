import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { layOutElectron } from './electron-distribution.ts'

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

export interface Packed extends LinuxPackages {
  /** The temporary folder that everything below lies in; the caller removes it. */
  readonly folder: string
  /** As it is installed. */
  readonly app: string
  readonly resources: string
}

/** Packs the bundles in `out/` for this processor's Linux, over a stand-in for Electron; far from the project's modules. */
export async function packOverStandIn(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-packed-'))
  const electron = join(folder, 'electron')
  const output = join(folder, 'dist')
  await layOutElectron(electron)
  // A process of its own: electron-builder talks on stdout and holds on to what it has read.
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'run-builder.ts'), electron, output])
  const packages: LinuxPackages = JSON.parse(await readFile(join(output, 'packages.json'), 'utf8'))
  const app = join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  return { ...packages, folder, app, resources: join(app, 'resources') }
}
