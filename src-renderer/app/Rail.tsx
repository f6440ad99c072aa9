import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconKeyboard,
  IconListDetails,
  IconMoon,
  IconScale,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { COMMANDS } from '#shared/commands.ts'
import { chordText } from '#renderer/commands/accelerators.ts'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { after } from '#renderer/commands/registry.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { goTo, hashOf, type Screen, useRoute } from '#renderer/state/route.ts'
import { changeSettings, THEMES, useSettings } from '#renderer/state/settings.ts'
import { setView } from '#renderer/state/view.ts'
import { Mark } from './Mark.tsx'
import styles from './frame.module.css'

const NAMED = { position: 'right', ...BESIDE_ITS_BUTTON } as const

const THEME_LOOK = {
  light: { label: 'Light theme', Icon: IconSun },
  dark: { label: 'Dark theme', Icon: IconMoon },
  system: { label: 'System theme', Icon: IconDeviceDesktop },
} as const

function ThemeToggle() {
  const theme = useSettings((settings) => settings.theme)
  const { label, Icon } = THEME_LOOK[theme]
  const next = after(THEMES, theme)
  return (
    <Tooltip label={`${label} (T)`} {...NAMED}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={`${label}; change to ${THEME_LOOK[next].label.toLowerCase()}`}
        onClick={() => void changeSettings({ theme: next })}
      >
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

const PLACES = [
  { screen: 'compare', name: 'Compare', Icon: IconScale, command: 'go.compare' },
  { screen: 'scenarios', name: 'Scenarios', Icon: IconListDetails, command: 'go.scenarios' },
  { screen: 'settings', name: 'Settings', Icon: IconSettings, command: 'go.settings' },
] as const

const chordOf = (id: string): string => {
  const accelerator = COMMANDS.find((command) => command.id === id)?.accelerator ?? null
  return accelerator === null ? '' : ` (${chordText(accelerator)})`
}

function Place({ screen, name, Icon, command }: (typeof PLACES)[number]) {
  const here = useRoute((route) => route.screen === screen)
  const open = useOpenScenario((state) => state.document?.id ?? null)
  const scenario = screen === ('compare' satisfies Screen) ? open : null
  return (
    <Tooltip label={`${name}${chordOf(command)}`} {...NAMED}>
      <a
        className={styles.place}
        href={hashOf({ screen, scenario })}
        aria-current={here ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault()
          goTo(screen, scenario)
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className="visually-hidden">{name}</span>
      </a>
    </Tooltip>
  )
}

/** Where one is, and where one can go. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label="Tierwise">
      <Mark />
      <div className={styles.places}>
        {PLACES.map((place) => (
          <Place key={place.screen} {...place} />
        ))}
      </div>
      <div className={styles.foot}>
        <Tooltip label="Keyboard shortcuts (?)" {...NAMED}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label="Keyboard shortcuts"
            onClick={() => setView({ help: true })}
          >
            <IconKeyboard size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ThemeToggle />
      </div>
    </nav>
  )
}
