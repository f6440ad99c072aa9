import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, type AfterPackContext } from 'electron-builder'

/**
 * Refuses a package without DuckDB's binary for its system and processor. npm installs only the one it runs on, and
 * electron-builder leaves out what it does not find without a word.
 */
export function requireNativeModule(context: AfterPackContext): void {
  const { packager, appOutDir, arch, electronPlatformName } = context
  const missing = missingNativeModule(packager.getResourcesDir(appOutDir), electronPlatformName, arch)
  if (missing !== undefined) throw new Error(missing)
}

/** What is missing from the application's resources, in words; undefined where nothing is. */
export function missingNativeModule(resources: string, platform: string, arch: Arch): string | undefined {
  const target = `${platform}-${Arch[arch]}`
  const binding = join(resources, 'app.asar.unpacked/node_modules/@duckdb', `node-bindings-${target}`)
  if (existsSync(join(binding, 'duckdb.node'))) return undefined
  return `DuckDB for ${target} is not in the package. Installers are built on the system and processor they are for, after npm install.`
}
