import { ActionIcon, Tooltip } from '@mantine/core'
import { IconDeviceDesktop, IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { SCREENS } from '#shared/screens.ts'
import { chordText } from '#renderer/commands/accelerators.ts'
import { BESIDE_ITS_BUTTON } from '#renderer/commands/tooltip.ts'
import { after } from '#renderer/commands/registry.ts'
import { SCREEN_PAGES } from '#renderer/pages/screens.tsx'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { goTo, hashOf, useRoute } from '#renderer/state/route.ts'
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

function Place({ id: screen, name, accelerator }: (typeof SCREENS)[number]) {
  const here = useRoute((route) => route.screen === screen)
  const scenario = useOpenScenario((state) => state.document?.id ?? null)
  const { Icon } = SCREEN_PAGES[screen]
  const chord = accelerator === null ? '' : ` (${chordText(accelerator)})`
  return (
    <Tooltip label={`${name}${chord}`} {...NAMED}>
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
        {SCREENS.filter(({ has }) => has === 'page').map((screen) => (
          <Place key={screen.id} {...screen} />
        ))}
      </div>
      <div className={styles.foot}>
        <Tooltip label={`Command palette (${chordText('CmdOrCtrl+K')})`} {...NAMED}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label="Command palette"
            onClick={() => setView({ palette: true })}
          >
            <IconSearch size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
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
