/** A collector of OpenTelemetry traces on this machine: what it was sent, as spans. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Span = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  links: readonly { traceId: string; spanId: string }[]
  status?: { code?: number }
  attributes: Readonly<Record<string, unknown>>
  /** Of whoever sent it. */
  by: Readonly<Record<string, unknown>>
}

export type Collector = {
  address: string
  spans(): Span[]
  /** All that was sent, as text. */
  raw(): string
  paths(): string[]
  stop(): Promise<void>
}

type Attributes = readonly { key: string; value: Record<string, unknown> }[]
type Sent = {
  resourceSpans: readonly {
    resource: { attributes: Attributes }
    scopeSpans: readonly {
      spans: readonly (Omit<Span, 'attributes' | 'by'> & { attributes: Attributes })[]
    }[]
  }[]
}

export const collectorOfSpans = async (status = 200): Promise<Collector> => {
  const bodies: string[] = []
  const paths: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    bodies.push(body)
    paths.push(request.url ?? '')
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body))),
    raw: () => bodies.join('\n'),
    paths: () => paths,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const spansIn = ({ resourceSpans }: Sent): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        links: span.links ?? [],
        attributes: valuesOf(span.attributes),
        by: valuesOf(resource.attributes),
      })),
    ),
  )

const valuesOf = (attributes: Attributes = []): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
