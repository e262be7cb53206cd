/** OpenTelemetry: a span for what was heard, one for each message handled with its parts below it, and how they belong together. */
import {
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  BatchSpanProcessor,
  type SpanExporter,
  TracerProvider,
  type TracerProviderOptions,
} from '@opentelemetry/sdk-trace'
import type { Log } from '../host/world.ts'
import type { Ids, Meter } from '../meter.ts'

export type Traces = {
  meter: Meter
  /** Sends what was not sent yet, as far as somebody takes it, and nothing afterwards. */
  stop(): Promise<void>
}

/** Where spans go: the address of a collector, without a `/` at its end; and what this is. */
type Settings = { collector: string; about: Readonly<Record<string, string>>; log: Log }

/** Spans to a collector, in batches; one that is not there costs spans and nothing else. */
export const tracesTo = ({ collector, about, log }: Settings): Traces => {
  const wire = new OTLPTraceExporter({ url: `${collector}/v1/traces`, timeoutMillis: PATIENCE })
  const exporter = complaining(wire, log)
  const provider = new TracerProvider({
    resource: resourceOf({ 'service.name': 'mlsd', ...about }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        maxQueueSize: 4_096,
        scheduledDelayMillis: 2_000,
        exportTimeoutMillis: PATIENCE,
      }),
    ],
  })
  return {
    meter: meterWith(provider),
    stop: () => provider.shutdown().catch(() => {}), // The collector is gone, and so are we.
  }
}

/** The same, which says once that spans are lost, and once that they are taken again. */
const complaining = (wire: SpanExporter, log: Log): SpanExporter => {
  let lost = false
  return {
    export: (spans, done) =>
      wire.export(spans, (result) => {
        const { error } = result
        if (error && !lost) log('warn', 'traces cannot be sent, and are lost', { reason: String(error) })
        if (!error && lost) log('info', 'traces are sent again')
        lost = error !== undefined
        done(result)
      }),
    shutdown: () => wire.shutdown(),
    forceFlush: async () => wire.forceFlush?.(),
  }
}

/** Milliseconds for a batch; the end of a process waits no longer. */
const PATIENCE = 3_000

/** Who sends the spans; what is known of a machine is not sent. */
const resourceOf = (
  attributes: Readonly<Record<string, string>>,
): NonNullable<TracerProviderOptions['resource']> => {
  const resource = {
    attributes: { ...attributes },
    merge: () => resource,
    getRawAttributes: () => Object.entries(attributes),
  }
  return resource
}

const meterWith = (provider: TracerProvider): Meter => {
  const tracer = provider.getTracer('mlsd')
  return {
    heard(platform) {
      const span = tracer.startSpan(
        'heard',
        { kind: SpanKind.PRODUCER, attributes: { 'mlsd.platform': platform } },
        ROOT_CONTEXT,
      )
      return {
        mark: markOf(span.spanContext()),
        over(taken) {
          span.setAttribute('mlsd.taken', taken)
          ended(span, taken === 'failed')
        },
      }
    },
    handling(ids, mark) {
      const from = mark === undefined ? undefined : contextOf(mark)
      const span = tracer.startSpan(
        `handle ${ids.kind}`,
        { kind: SpanKind.CONSUMER, attributes: named(ids), links: from ? [{ context: from }] : [] },
        ROOT_CONTEXT,
      )
      const below = trace.setSpan(ROOT_CONTEXT, span)
      return {
        at: (platform) => void span.setAttribute('mlsd.platform', platform),
        async part(name, work) {
          const child = tracer.startSpan(name, {}, below)
          let failed = true
          try {
            const result = await work()
            failed = false
            return result
          } finally {
            ended(child, failed)
          }
        },
        over(how) {
          span.setAttribute('mlsd.outcome', how)
          ended(span, how !== 'done')
        },
      }
    },
    again() {}, // Counted elsewhere.
    called() {}, // A call is inside the part that thinks; its figures are counted elsewhere.
  }
}

const ended = (span: Span, failed: boolean): void => {
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

const named = ({ message, key, kind, attempt, platform, interview }: Ids) => ({
  ...{ 'mlsd.message': message, 'mlsd.key': key, 'mlsd.kind': kind, 'mlsd.attempt': attempt },
  ...(platform !== undefined && { 'mlsd.platform': platform }),
  ...(interview !== undefined && { 'mlsd.interview': interview }),
})

/** A span by its names, in the form of the header `traceparent`. */
const markOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`

const contextOf = (mark: string): SpanContext | undefined => {
  const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(mark) ?? []
  if (traceId === undefined || spanId === undefined) return undefined
  const traceFlags = Number.parseInt(flags ?? '0', 16) & TraceFlags.SAMPLED
  return { traceId, spanId, traceFlags, isRemote: true }
}
