import { type Logger, LogLevel } from '@slack/bolt'

const nothing = () => {}

/** A logger for the SDK in tests that make it complain on purpose. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
}
