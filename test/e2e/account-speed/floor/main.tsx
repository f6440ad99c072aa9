import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { connect } from '#renderer/client/client.ts'

/*
 * What an edit costs at the least: a bare React page that counts with the arrow keys, makes one call for each and draws
 * one text of the answer.
 */

const bridge = connect(
  () => Promise.resolve(),
  () => undefined,
)

function Floor() {
  const [seats, setSeats] = useState(1)
  const [told, setTold] = useState('nothing yet')
  function press(key: string): void {
    const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
    if (step === 0) return
    const next = seats + step
    setSeats(next)
    void bridge
      .invoke('analysis.compare', { catalog: 'elevenlabs-2026-04', usage: String(1_000_000 + next * 1000) })
      .then((answer) => {
        if (answer.ok) setTold(`${answer.value.usage} credits a month`)
      })
  }
  return (
    <>
      <h1>{told}</h1>
      <input aria-label="Seats" value={seats} readOnly onKeyDown={({ key }) => press(key)} />
    </>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Floor />)
