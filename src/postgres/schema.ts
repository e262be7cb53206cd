/**
 * What the schema `mlsd` holds: one step per version, in order. A step that was released is never edited; a change
 * is a new step at the end.
 *
 * Documents and lists belong to `memory/`, the rest to `mailbox/`. Times of messages are milliseconds since 1970 by
 * the clock of whoever posts; leases go by the clock of the database, as machines may disagree.
 */
import { HOLDERS } from './holders.ts'
import { QUEUE } from './queue.ts'
import { REMOVAL } from './removal.ts'

export type Step = {
  sql: string
  /**
   * The oldest version that can work beside this one. A step that only adds leaves it as it is, so that processes of
   * both versions run side by side while they are exchanged one by one.
   */
  needs: number
}

export const MIGRATIONS: readonly Step[] = [
  {
    needs: 1,
    sql: `
  CREATE TABLE mlsd.document (
    namespace text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    value text NOT NULL,
    expires double precision,
    PRIMARY KEY (namespace, key)
  );

  CREATE TABLE mlsd.list (
    key text COLLATE "C" NOT NULL,
    n bigint NOT NULL,
    entry text NOT NULL,
    PRIMARY KEY (key, n)
  );

  -- A process that delivers; it is taken for dead when its lease has run out.
  CREATE TABLE mlsd.holder (
    id uuid PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    until timestamptz NOT NULL
  );

  -- A message waits (0), is first of its key and ready once due (1), or is in the hands of a holder (2).
  -- One that was dropped while in hand has neither id nor body any more. So many processes in a row lost it by their end.
  CREATE TABLE mlsd.message (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL,
    id text COLLATE "C",
    at double precision NOT NULL,
    body text,
    state smallint NOT NULL,
    due double precision NOT NULL,
    attempt integer NOT NULL DEFAULT 0,
    lost integer NOT NULL DEFAULT 0,
    reason text,
    holder uuid,
    CHECK ((state = 2) = (holder IS NOT NULL))
  ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
  CREATE INDEX message_in_order ON mlsd.message (key, at, n);
  CREATE UNIQUE INDEX message_one_at_a_time ON mlsd.message (key) WHERE state > 0;
  CREATE INDEX message_ready ON mlsd.message (due, n) WHERE state = 1;
  -- What failed and waits for its pause: few.
  CREATE INDEX message_put_off ON mlsd.message (due) WHERE state = 1 AND attempt > 0;
  -- What was in hand when a process ended: few.
  CREATE INDEX message_lost ON mlsd.message (due, n) WHERE state = 1 AND lost > 0;
  CREATE INDEX message_in_hand ON mlsd.message (holder) WHERE state = 2;

  -- Every id: without a time while its message waits, is in hand or set aside, then until its time is over.
  CREATE TABLE mlsd.known (
    id text COLLATE "C" PRIMARY KEY,
    key text COLLATE "C" NOT NULL,
    until double precision
  );
  CREATE INDEX known_by_time ON mlsd.known (until) WHERE until IS NOT NULL;
  CREATE INDEX known_by_key ON mlsd.known (key);

  CREATE TABLE mlsd.aside (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    at double precision NOT NULL,
    body text NOT NULL,
    attempt integer NOT NULL,
    reason text NOT NULL
  );
  CREATE INDEX aside_by_key ON mlsd.aside (key);
  CREATE UNIQUE INDEX aside_by_id ON mlsd.aside (id);
  ${QUEUE}
  ${HOLDERS}
  ${REMOVAL}`,
  },
]

/** The version this program writes. */
export const VERSION = MIGRATIONS.length
