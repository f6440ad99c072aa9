import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** The licences of what a bundle holds, written beside it. */
const NOTICES = { fileName: 'third-party.md' }

export default defineConfig({
  main: {
    resolve: {
      // Its module for Node declares a `require` of its own, beside the one that every bundle here begins with.
      alias: [{ find: /^fflate$/, replacement: at('node_modules/fflate/lib/node.cjs') }],
    },
    build: {
      target: 'node24.18',
      license: NOTICES,
      rollupOptions: {
        input: {
          index: at('src-main/hosts/electron/index.ts'),
          worker: at('src-main/api/worker.ts'),
          keeper: at('src-main/api/keeper-worker.ts'),
          results: at('src-main/api/results-worker.ts'),
          // The start and the browser's host are bundles too: reading hundreds of sources takes most of a second.
          start: at('src-main/hosts/start/start.ts'),
          serve: at('src-main/hosts/start/serve.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node24.18',
      // A sandboxed preload is one plain script: it can require nothing but electron itself.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), preloadScreens()],
    build: {
      target: 'chrome152',
      license: NOTICES,
      minify: true,
      // In one file styles keep the order of their imports, on which of two rules that are alike the later one holds.
      cssCodeSplit: false,
      rollupOptions: { input: { index: at('src-renderer/index.html') } },
    },
  },
})

/**
 * Names in the page what its first script asks for, so that the browser reads both at once: it would otherwise learn of
 * the screens, which are most of the program, only when that script has run.
 */
function preloadScreens(): Plugin {
  return {
    name: 'tierwise:preload-screens',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const entries = chunks.filter(({ isEntry }) => isEntry)
        const asked = new Set(entries.flatMap(({ dynamicImports }) => dynamicImports))
        return chunks.filter(({ fileName }) => asked.has(fileName)).flatMap(linksOf)
      },
    },
  }
}

function linksOf({ fileName, viteMetadata }: Rolldown.OutputChunk): readonly HtmlTagDescriptor[] {
  const link = (attrs: Readonly<Record<string, string | boolean>>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { ...attrs, crossorigin: true },
    injectTo: 'head',
  })
  return [
    link({ rel: 'modulepreload', href: `./${fileName}` }),
    ...[...(viteMetadata?.importedCss ?? [])].map((css) => link({ rel: 'stylesheet', href: `./${css}` })),
  ]
}
