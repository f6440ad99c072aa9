import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Who imports whom, types included. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** How names in `package.json` stand for folders. */
const ALIASES: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#main/': 'src-main/',
  '#renderer/': 'src-renderer/',
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`, in a type as well. */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g

/** Every file of ours that a file imports, by its path in the project. */
export function importsIn(file: string, code: string): readonly string[] {
  const specifiers = [...code.matchAll(IMPORTED)].map(([, specifier = '']) => specifier)
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('.')) return [normalize(join(dirname(file), specifier))]
    const alias = Object.keys(ALIASES).find((name) => specifier.startsWith(name))
    return alias === undefined ? [] : [`${ALIASES[alias] ?? ''}${specifier.slice(alias.length)}`]
  })
}

/** The files under some folders of the project. */
export function filesUnder(project: string, folders: readonly string[]): Graph {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: project }))
  const graph = new Map<string, ReadonlySet<string>>()
  for (const file of files) {
    graph.set(file, new Set(importsIn(file, readFileSync(join(project, file), 'utf8'))))
  }
  return graph
}

const parentsOf = (path: string): readonly string[] => {
  const parent = dirname(path)
  return parent === '.' ? [] : [parent, ...parentsOf(parent)]
}

/**
 * The folders that lie side by side, with all that is in them: an import between two files is one between the two
 * folders at which their paths part.
 */
export function foldersOf(files: Graph): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [file, imports] of files) {
    for (const imported of imports) {
      const [above, other] = [parentsOf(file), parentsOf(imported)]
      const from = above.findLast((folder) => !other.includes(folder))
      const to = other.findLast((folder) => !above.includes(folder))
      if (from === undefined || to === undefined) continue
      graph.set(from, (graph.get(from) ?? new Set()).add(to))
    }
  }
  return graph
}

/** The groups in which each reaches every other (Tarjan 1972); one that reaches only itself is none. */
export function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(node: string): number {
    const place = order.size
    order.set(node, place)
    open.push(node)
    let low = place
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === place) {
      const circle = open.splice(open.indexOf(node))
      if (circle.length > 1) circles.push(circle.toSorted())
    }
    return low
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles
}
