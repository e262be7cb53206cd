/**
 * The mailbox's changes as functions of the database, so that each is one round trip and one transaction.
 *
 * The laws, beside those in mailbox/queue.ts, which hold here too:
 * - Whoever changes which message of a key is first has the key's lock; several are taken in one order.
 * - A message in hand names its holder. What a holder says of a message counts only while it still holds it.
 * - Who takes or settles has its holder's row locked against those who take over, before it takes any key's lock.
 * - A post is on the disk when it resolves. A turn need not be: one that is lost is a turn to be done again.
 */
export const QUEUE = `
  CREATE FUNCTION mlsd.lock_key(of_key text) RETURNS void LANGUAGE sql
  AS $$ SELECT pg_advisory_xact_lock(hashtextextended(of_key, 778)) $$;

  -- Once what was first of these keys is gone: makes the next one ready.
  CREATE FUNCTION mlsd.promote(keys text[]) RETURNS void LANGUAGE sql AS $$
    UPDATE mlsd.message SET state = 1 WHERE n IN (
      SELECT (SELECT m.n FROM mlsd.message m WHERE m.key = k ORDER BY m.at, m.n LIMIT 1)
      FROM (SELECT DISTINCT unnest(keys) AS k) each_key
      WHERE NOT EXISTS (SELECT 1 FROM mlsd.message f WHERE f.key = k AND f.state > 0))
  $$;

  -- Answers 0 when the id is known, 1 when the message waits behind another one, 2 when it is ready.
  CREATE FUNCTION mlsd.post(to_key text, as_id text, for_at float8, with_body text, at_now float8)
  RETURNS int LANGUAGE plpgsql AS $$
  DECLARE front record; first boolean;
  BEGIN
    PERFORM mlsd.lock_key(to_key);
    INSERT INTO mlsd.known (id, key) VALUES (as_id, to_key)
      ON CONFLICT (id) DO UPDATE SET key = excluded.key, until = NULL WHERE known.until <= at_now;
    IF NOT FOUND THEN RETURN 0; END IF;
    SELECT n, at, state, attempt INTO front FROM mlsd.message WHERE key = to_key AND state > 0;
    first := NOT FOUND;
    -- Locked only where it may have to give way: who takes passes over what is locked.
    IF NOT first AND front.state = 1 AND front.attempt = 0 AND for_at < front.at THEN
      UPDATE mlsd.message SET state = 0 WHERE n = front.n AND state = 1;
      first := FOUND;
    END IF;
    INSERT INTO mlsd.message (key, id, at, body, state, due)
      VALUES (to_key, as_id, for_at, with_body, first::int, for_at);
    RETURN 1 + first::int;
  END $$;

  -- Many at once, in their order; answers as post does for each.
  CREATE FUNCTION mlsd.post_all(to_keys text[], as_ids text[], for_ats float8[], with_bodies text[], at_now float8)
  RETURNS SETOF int LANGUAGE plpgsql AS $$
  DECLARE one text;
  BEGIN
    FOR one IN SELECT min(k) FROM unnest(to_keys) AS k
      GROUP BY hashtextextended(k, 778) ORDER BY hashtextextended(k, 778)
    LOOP PERFORM mlsd.lock_key(one); END LOOP;
    FOR i IN 1 .. cardinality(to_keys) LOOP
      RETURN NEXT mlsd.post(to_keys[i], as_ids[i], for_ats[i], with_bodies[i], at_now);
    END LOOP;
  END $$;

  -- Settles what the holder had in hand ('done', 'back' or 'aside'), and takes up to so many due messages.
  -- The last row has no number: its due is when to look again.
  CREATE FUNCTION mlsd.turn(
    me uuid, at_now float8, ns bigint[], ends text[], dues float8[], reasons text[],
    known_until float8, most int, room int
  ) RETURNS TABLE (n bigint, key text, id text, at float8, body text, attempt int, due float8)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE one text; gone text[]; ids text[];
  BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    PERFORM 1 FROM mlsd.holder h WHERE h.id = me FOR KEY SHARE;
    IF NOT FOUND THEN RAISE 'This holder was taken for dead.' USING ERRCODE = 'ML001'; END IF;
    IF cardinality(ns) > 0 THEN
      FOR one IN SELECT min(m.key) FROM mlsd.message m WHERE m.n = ANY (ns)
        GROUP BY hashtextextended(m.key, 778) ORDER BY hashtextextended(m.key, 778)
      LOOP PERFORM mlsd.lock_key(one); END LOOP;
      UPDATE mlsd.message m
        SET state = 1, holder = NULL, due = g.due, reason = g.reason, attempt = least(m.attempt, most)
        FROM unnest(ns, ends, dues, reasons) AS g (n, ends, due, reason)
        WHERE m.n = g.n AND g.ends = 'back' AND m.holder = me AND m.id IS NOT NULL;
      INSERT INTO mlsd.aside (key, id, at, body, attempt, reason)
        SELECT m.key, m.id, m.at, m.body, m.attempt, g.reason
        FROM unnest(ns, ends, reasons) WITH ORDINALITY AS g (n, ends, reason, place) JOIN mlsd.message m USING (n)
        WHERE g.ends = 'aside' AND m.holder = me AND m.id IS NOT NULL ORDER BY g.place;
      WITH away AS (
        DELETE FROM mlsd.message m USING unnest(ns, ends) AS g (n, ends)
          WHERE m.n = g.n AND m.holder = me RETURNING m.key, m.id, g.ends)
      SELECT array_agg(away.key), array_agg(away.id) FILTER (WHERE away.ends = 'done') INTO gone, ids FROM away;
      UPDATE mlsd.known k SET until = known_until WHERE k.id = ANY (ids);
      PERFORM mlsd.promote(gone);
      DELETE FROM mlsd.known k WHERE k.id IN (
        SELECT p.id FROM mlsd.known p WHERE p.until <= at_now
        ORDER BY p.until LIMIT 2 * cardinality(ns) FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN QUERY
      WITH front AS (
        SELECT m.n FROM mlsd.message m WHERE m.state = 1 AND m.due <= at_now
        ORDER BY m.due, m.n LIMIT room FOR UPDATE SKIP LOCKED)
      UPDATE mlsd.message m SET state = 2, attempt = m.attempt + 1, holder = me
        FROM front WHERE m.n = front.n
        RETURNING m.n, m.key, m.id, m.at, m.body, m.attempt, m.due;
    RETURN QUERY SELECT NULL::bigint, NULL, NULL, NULL::float8, NULL, NULL::int,
      (SELECT m.due FROM mlsd.message m WHERE m.state = 1 ORDER BY m.due, m.n LIMIT 1);
  END $$;

  -- What a holder has in hand, but for these, goes back ahead of its key, or aside when its attempts are used up.
  CREATE FUNCTION mlsd.release(of uuid, but bigint[], attempts int, lost text, uncounted int)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE one text; gone text[];
  BEGIN
    FOR one IN SELECT min(key) FROM mlsd.message WHERE state = 2 AND holder = of AND n <> ALL (but)
      GROUP BY hashtextextended(key, 778) ORDER BY hashtextextended(key, 778)
    LOOP PERFORM mlsd.lock_key(one); END LOOP;
    UPDATE mlsd.message SET attempt = greatest(attempt - uncounted, 0)
      WHERE state = 2 AND holder = of AND n <> ALL (but);
    INSERT INTO mlsd.aside (key, id, at, body, attempt, reason)
      SELECT key, id, at, body, attempt, coalesce(reason, lost) FROM mlsd.message
      WHERE state = 2 AND holder = of AND n <> ALL (but) AND id IS NOT NULL AND attempt >= attempts ORDER BY n;
    WITH away AS (
      DELETE FROM mlsd.message WHERE state = 2 AND holder = of AND n <> ALL (but)
        AND (id IS NULL OR attempt >= attempts) RETURNING key)
    SELECT array_agg(key) INTO gone FROM away;
    PERFORM mlsd.promote(gone);
    UPDATE mlsd.message SET state = 1, holder = NULL WHERE state = 2 AND holder = of AND n <> ALL (but);
  END $$;

  -- Begins to hold, or goes on under a new name with what is really in hand; answers which of it is still held.
  -- A turn of the old name that is still under way comes to an end first, and none can come after.
  CREATE FUNCTION mlsd.hold(me uuid, before uuid, held bigint[], lease interval, attempts int, lost text)
  RETURNS SETOF bigint LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO mlsd.holder (id, until) VALUES (me, clock_timestamp() + lease) ON CONFLICT (id) DO NOTHING;
    PERFORM 1 FROM mlsd.holder WHERE id = before FOR UPDATE;
    IF FOUND THEN
      UPDATE mlsd.message SET holder = me WHERE state = 2 AND holder = before AND n = ANY (held);
      PERFORM mlsd.release(before, held, attempts, lost, 1);
      DELETE FROM mlsd.holder WHERE id = before;
    END IF;
    RETURN QUERY SELECT n FROM mlsd.message WHERE state = 2 AND holder = me;
  END $$;

  -- Prolongs the lease, and takes over from those whose lease has run out; answers whether this one is still alive.
  CREATE FUNCTION mlsd.beat(me uuid, lease interval, attempts int, lost text)
  RETURNS TABLE (alive boolean, freed int) LANGUAGE plpgsql AS $$
  DECLARE dead uuid; lives boolean; count int := 0;
  BEGIN
    UPDATE mlsd.holder SET until = clock_timestamp() + lease WHERE id = me;
    lives := FOUND;
    -- A lease that ends in a far future was given before the clock was set back.
    FOR dead IN SELECT id FROM mlsd.holder WHERE id <> me AND (until < clock_timestamp()
        OR until > clock_timestamp() + greatest(3 * lease, interval '1 minute')) FOR UPDATE SKIP LOCKED
    LOOP
      PERFORM mlsd.release(dead, '{}', attempts, lost, 0);
      DELETE FROM mlsd.holder WHERE id = dead;
      count := count + 1;
    END LOOP;
    RETURN QUERY SELECT lives, count;
  END $$;

  -- Gives up all that is held.
  CREATE FUNCTION mlsd.leave(me uuid, attempts int, lost text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM mlsd.holder WHERE id = me FOR UPDATE;
    IF FOUND THEN
      PERFORM mlsd.release(me, '{}', attempts, lost, 0);
      DELETE FROM mlsd.holder WHERE id = me;
    END IF;
  END $$;

  -- Removes all that is kept for a key. What is in hand becomes a row without content, so that the key stays taken.
  CREATE FUNCTION mlsd.drop_key(of_key text) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE gone int; part int;
  BEGIN
    PERFORM mlsd.lock_key(of_key);
    DELETE FROM mlsd.message WHERE key = of_key AND state < 2;
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE mlsd.message SET id = NULL, body = NULL WHERE key = of_key AND state = 2 AND id IS NOT NULL;
    GET DIAGNOSTICS part = ROW_COUNT;
    gone := gone + part;
    DELETE FROM mlsd.aside WHERE key = of_key;
    GET DIAGNOSTICS part = ROW_COUNT;
    DELETE FROM mlsd.known WHERE key = of_key;
    RETURN gone + part;
  END $$;

  -- Puts a message that was set aside back, without the attempts that it had; as post, 0 where there is none.
  CREATE FUNCTION mlsd.retry(of_id text, at_now float8) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE row mlsd.aside;
  BEGIN
    PERFORM mlsd.lock_key(key) FROM mlsd.aside WHERE id = of_id;
    DELETE FROM mlsd.aside WHERE id = of_id RETURNING * INTO row;
    IF NOT FOUND THEN RETURN 0; END IF;
    DELETE FROM mlsd.known WHERE id = of_id;
    RETURN mlsd.post(row.key, row.id, row.at, row.body, at_now);
  END $$;

  -- Removes a message that was set aside; its id is known until then.
  CREATE FUNCTION mlsd.discard(of_id text, known_until float8) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM mlsd.aside WHERE id = of_id;
    IF FOUND THEN UPDATE mlsd.known SET until = known_until WHERE id = of_id; END IF;
    RETURN FOUND;
  END $$;
`
