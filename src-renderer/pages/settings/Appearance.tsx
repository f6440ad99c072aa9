import { SegmentedControl } from '@mantine/core'
import type { NumberFormat, Theme } from '#shared/store.ts'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import { Row, Section } from './Section.tsx'

const THEMES: { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const FORMATS: { value: NumberFormat; label: string }[] = [
  { value: 'comma', label: '1,234.56' },
  { value: 'point', label: '1.234,56' },
  { value: 'space', label: '1\u202f234,56' },
  { value: 'apostrophe', label: "1'234.56" },
]

export function Appearance() {
  const theme = useSettings((settings) => settings.theme)
  const numberFormat = useSettings((settings) => settings.numberFormat)
  return (
    <Section name="appearance">
      <Row label="Theme">
        <SegmentedControl
          aria-label="Theme"
          fullWidth={false}
          data={THEMES}
          value={theme}
          onChange={(value) => void changeSettings({ theme: value })}
        />
      </Row>
      <Row label="Numbers">
        <SegmentedControl
          aria-label="Numbers"
          fullWidth={false}
          data={FORMATS}
          value={numberFormat}
          onChange={(value) => void changeSettings({ numberFormat: value })}
        />
      </Row>
    </Section>
  )
}
