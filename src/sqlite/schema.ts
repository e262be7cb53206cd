/**
 * What the shared file holds: one step per version, in order. A step that was released is never edited; a change
 * is a new step at the end.
 *
 * Documents and lists belong to `memory/`, the rest to `mailbox/`. Times are milliseconds since 1970.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE document (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (namespace, key)
  ) STRICT;

  CREATE TABLE list (
    key TEXT NOT NULL,
    n INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (key, n)
  ) STRICT;

  -- A message waits (0), is first of its key and ready once due (1), or is in hand (2).
  -- One that was dropped while in hand has neither id nor body any more.
  CREATE TABLE message (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    id TEXT UNIQUE,
    at REAL NOT NULL,
    body TEXT,
    state INTEGER NOT NULL,
    due REAL NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    reason TEXT
  ) STRICT;
  CREATE INDEX message_in_order ON message (key, at, n);
  CREATE UNIQUE INDEX message_one_at_a_time ON message (key) WHERE state > 0;
  CREATE INDEX message_ready ON message (due, n) WHERE state = 1;
  CREATE INDEX message_in_hand ON message (n) WHERE state = 2;

  -- Ids that were handled, until their time is over, or set aside (no time).
  CREATE TABLE known (
    id TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    until REAL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX known_by_time ON known (until) WHERE until IS NOT NULL;
  CREATE INDEX known_by_key ON known (key);

  CREATE TABLE aside (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    at REAL NOT NULL,
    body TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX aside_by_key ON aside (key);
  `,
  `
  CREATE UNIQUE INDEX aside_by_id ON aside (id);
  `,
  `
  -- What failed and waits for its pause: few.
  CREATE INDEX message_put_off ON message (due) WHERE state = 1 AND attempt > 0;
  `,
  `
  -- How many processes have ended in a row while it was in hand.
  ALTER TABLE message ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
  `,
]

/** Marks the file as ours ("mlsd" in ASCII), so that another program's database is never written to. */
export const APPLICATION_ID = 0x6d6c7364

/** The version this program writes, kept in SQLite's `user_version`. */
export const VERSION = MIGRATIONS.length
