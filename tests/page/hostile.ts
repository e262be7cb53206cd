/** Words that would do harm if they were taken for HTML, and a look at whether a page holds together. */
import { expect } from 'vitest'

export const HOSTILE = `<script>alert(1)</script> "><img src=x onerror=alert(1)> [a](javascript:alert(1)) </style> ‮ @everyone \`\`\`
# no heading`

/** Tags that are opened and never closed; fails on one that is closed before another inside it. */
export const unclosed = (page: string): string[] => {
  const open: string[] = []
  for (const [, end, name = '', own] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end === '/') expect(open.pop()).toBe(name)
    else if (own !== '/' && !['meta', 'br'].includes(name)) open.push(name)
  }
  return open
}
