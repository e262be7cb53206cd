/** Who holds what, as functions of the database, under the laws of queue.ts: leases, their ends, and names. */
export const HOLDERS = `
  -- What a holder has in hand, but for these, goes back ahead of its key, or aside when it was lost too often.
  CREATE FUNCTION mlsd.release(of uuid, but bigint[], attempts int, why text, uncounted int)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE one text; gone text[];
  BEGIN
    FOR one IN SELECT min(key) FROM mlsd.message WHERE state = 2 AND holder = of AND n <> ALL (but)
      GROUP BY hashtextextended(key, 778) ORDER BY hashtextextended(key, 778)
    LOOP PERFORM mlsd.lock_key(one); END LOOP;
    UPDATE mlsd.message SET attempt = greatest(attempt - uncounted, 0), lost = lost + 1 - uncounted
      WHERE state = 2 AND holder = of AND n <> ALL (but);
    INSERT INTO mlsd.aside (key, id, at, body, attempt, reason)
      SELECT key, id, at, body, attempt, why FROM mlsd.message
      WHERE state = 2 AND holder = of AND n <> ALL (but) AND id IS NOT NULL AND lost >= attempts ORDER BY n;
    WITH away AS (
      DELETE FROM mlsd.message WHERE state = 2 AND holder = of AND n <> ALL (but)
        AND (id IS NULL OR lost >= attempts) RETURNING key)
    SELECT array_agg(key) INTO gone FROM away;
    PERFORM mlsd.promote(gone);
    UPDATE mlsd.message SET state = 1, holder = NULL WHERE state = 2 AND holder = of AND n <> ALL (but);
  END $$;

  -- Begins to hold, or goes on under a new name with what is really in hand; answers which of it is still held.
  -- A turn of the old name that is still under way comes to an end first, and none can come after.
  CREATE FUNCTION mlsd.hold(me uuid, before uuid, held bigint[], lease interval, attempts int, why text)
  RETURNS SETOF bigint LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO mlsd.holder (id, until) VALUES (me, clock_timestamp() + lease) ON CONFLICT (id) DO NOTHING;
    PERFORM 1 FROM mlsd.holder WHERE id = before FOR UPDATE;
    IF FOUND THEN
      UPDATE mlsd.message SET holder = me WHERE state = 2 AND holder = before AND n = ANY (held);
      PERFORM mlsd.release(before, held, attempts, why, 1);
      DELETE FROM mlsd.holder WHERE id = before;
    END IF;
    RETURN QUERY SELECT n FROM mlsd.message WHERE state = 2 AND holder = me;
  END $$;

  -- Prolongs the lease, and takes over from those whose lease has run out; answers whether this one is still alive.
  CREATE FUNCTION mlsd.beat(me uuid, lease interval, attempts int, why text)
  RETURNS TABLE (alive boolean, freed int) LANGUAGE plpgsql AS $$
  DECLARE dead uuid; lives boolean; count int := 0;
  BEGIN
    UPDATE mlsd.holder SET until = clock_timestamp() + lease WHERE id = me;
    lives := FOUND;
    -- A lease that ends in a far future was given before the clock was set back.
    FOR dead IN SELECT id FROM mlsd.holder WHERE id <> me AND (until < clock_timestamp()
        OR until > clock_timestamp() + greatest(3 * lease, interval '1 minute')) FOR UPDATE SKIP LOCKED
    LOOP
      PERFORM mlsd.release(dead, '{}', attempts, why, 0);
      DELETE FROM mlsd.holder WHERE id = dead;
      count := count + 1;
    END LOOP;
    RETURN QUERY SELECT lives, count;
  END $$;

  -- Gives up all that is held.
  CREATE FUNCTION mlsd.leave(me uuid, attempts int, why text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM 1 FROM mlsd.holder WHERE id = me FOR UPDATE;
    IF FOUND THEN
      PERFORM mlsd.release(me, '{}', attempts, why, 0);
      DELETE FROM mlsd.holder WHERE id = me;
    END IF;
  END $$;
`
