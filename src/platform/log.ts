/** What those who run this are told; never a token, never what a candidate wrote. */
export type Log = (level: 'info' | 'warn' | 'error', what: string, details?: Record<string, unknown>) => void
