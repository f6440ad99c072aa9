import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { refuseHost } from '#main/hosts/web/guard.ts'

function refusedFor(host: string, port: number): boolean {
  const request = new IncomingMessage(new Socket())
  request.headers.host = host
  return refuseHost(request, port) !== undefined
}

describe('on port 80, which browsers leave out of the name', () => {
  it.each(['127.0.0.1', 'localhost', '127.0.0.1:80', 'localhost:80'])('%s is ours', (host) => {
    expect(refusedFor(host, 80)).toBe(false)
  })

  it.each(['', 'evil.example', 'evil.example:80', '127.0.0.1:81', 'localhost.evil.example'])(
    '"%s" is foreign',
    (host) => {
      expect(refusedFor(host, 80)).toBe(true)
    },
  )
})

it.each(['127.0.0.1', 'localhost', '127.0.0.1:80'])('on another port %s is foreign', (host) => {
  expect(refusedFor(host, 8080)).toBe(true)
})
