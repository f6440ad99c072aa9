import './theme/mantine.ts'
import '@fontsource-variable/inter/opsz.css'
import './theme/base.css'
import './theme/print.css'
import { connect } from '#renderer/client/client.ts'
import { commandById } from '#renderer/commands/registry.ts'
import { platform } from '#renderer/commands/use-shortcuts.ts'
import { noteReach } from '#renderer/state/connection.ts'
import { saveNow } from '#renderer/state/edits.ts'
import { startWindow } from '#renderer/state/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root element.')

// What is to be shown is asked for before the screens are read, which takes longer than the answer.
const { retry } = startWindow(connect(saveNow, noteReach), (id) => commandById(id)?.run(platform))
const { show } = await import('#renderer/app/show.tsx')
show(root, retry)
