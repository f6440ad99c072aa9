import { useAbout } from '#renderer/state/about.ts'
import { Row, Section } from './Section.tsx'

const RUNTIMES: Readonly<Record<string, string>> = {
  electron: 'Electron',
  chrome: 'Chromium',
  node: 'Node.js',
  sqlite: 'SQLite',
}

const runtimeLine = (runtime: Readonly<Record<string, string>>): string =>
  Object.entries(runtime)
    .map(([name, version]) => `${RUNTIMES[name] ?? name} ${version}`)
    .join(', ')

/** What is running. */
export function About() {
  const info = useAbout()
  return (
    <Section name="about">
      <Row label="Tierwise">{info.version}</Row>
      <Row label="Billing engine">{info.engineVersion}</Row>
      <Row label="Runs on">{runtimeLine(info.runtime)}</Row>
      <Row label="Licences">
        All rights reserved. The typeface is Inter, under the SIL Open Font License 1.1; open-source parts
        keep the licences they come with.
      </Row>
    </Section>
  )
}
