import { type AddressInfo, createServer } from 'node:net'

/** A port of this machine that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
