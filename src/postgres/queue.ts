/**
 * The mailbox's changes as functions of the database, so that each is one round trip and one transaction.
 *
 * The laws, beside those in mailbox/queue.ts, which hold here too:
 * - Whoever changes which message of a key is first has the key's lock; several are taken in one order.
 * - A message in hand names its holder. What a holder says of a message counts only while it still holds it.
 * - Who takes or settles has its holder's row locked against those who take over, before it takes any key's lock.
 * - A post is on the disk when it resolves. A turn need not be: one that is lost is a turn to be done again.
 * - What is posted to be handed over at once is due, and has its place, by the database's clock, if the poster's is ahead
 *   of that.
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
    IF for_at <= at_now THEN for_at := least(for_at, extract(epoch FROM clock_timestamp()) * 1000); END IF;
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

  -- Settles what the holder had in hand ('done', 'back', 'later' or 'aside'), and takes up to so many due messages.
  -- One that was lost so often that it is a suspect is taken alone, as soon as this holder has nothing else in hand,
  -- which takes nothing until then. The last row has no number: its due is when to look again.
  CREATE FUNCTION mlsd.turn(
    me uuid, at_now float8, ns bigint[], ends text[], dues float8[], reasons text[],
    known_until float8, most int, room int, nothing_in_hand boolean, suspect int
  ) RETURNS TABLE (n bigint, key text, id text, at float8, body text, attempt int, due float8, lost int)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE one text; gone text[]; ids text[]; suspects boolean;
  BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    PERFORM 1 FROM mlsd.holder h WHERE h.id = me FOR KEY SHARE;
    IF NOT FOUND THEN RAISE 'This holder was taken for dead.' USING ERRCODE = 'ML001'; END IF;
    IF cardinality(ns) > 0 THEN
      FOR one IN SELECT min(m.key) FROM mlsd.message m WHERE m.n = ANY (ns)
        GROUP BY hashtextextended(m.key, 778) ORDER BY hashtextextended(m.key, 778)
      LOOP PERFORM mlsd.lock_key(one); END LOOP;
      UPDATE mlsd.message m
        SET state = 1, holder = NULL, due = g.due, reason = g.reason,
          attempt = CASE g.ends WHEN 'later' THEN least(m.attempt, most) ELSE m.attempt END, lost = 0
        FROM unnest(ns, ends, dues, reasons) AS g (n, ends, due, reason)
        WHERE m.n = g.n AND g.ends IN ('back', 'later') AND m.holder = me AND m.id IS NOT NULL;
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
    suspects := EXISTS (SELECT 1 FROM mlsd.message m
      WHERE m.state = 1 AND m.lost > 0 AND m.lost >= suspect AND m.due <= at_now);
    IF suspects AND NOT nothing_in_hand THEN RETURN; END IF;
    IF suspects THEN
      RETURN QUERY
        WITH front AS (
          SELECT m.n FROM mlsd.message m WHERE m.state = 1 AND m.lost > 0 AND m.lost >= suspect AND m.due <= at_now
          ORDER BY m.due, m.n LIMIT least(room, 1) FOR UPDATE SKIP LOCKED)
        UPDATE mlsd.message m SET state = 2, attempt = m.attempt + 1, holder = me
          FROM front WHERE m.n = front.n
          RETURNING m.n, m.key, m.id, m.at, m.body, m.attempt, m.due, m.lost;
      IF FOUND THEN RETURN; END IF;
    END IF;
    RETURN QUERY
      WITH front AS (
        SELECT m.n FROM mlsd.message m WHERE m.state = 1 AND m.lost < suspect AND m.due <= at_now
        ORDER BY m.due, m.n LIMIT room FOR UPDATE SKIP LOCKED)
      UPDATE mlsd.message m SET state = 2, attempt = m.attempt + 1, holder = me
        FROM front WHERE m.n = front.n
        RETURNING m.n, m.key, m.id, m.at, m.body, m.attempt, m.due, m.lost;
    RETURN QUERY SELECT NULL::bigint, NULL, NULL, NULL::float8, NULL, NULL::int,
      (SELECT m.due FROM mlsd.message m WHERE m.state = 1 ORDER BY m.due, m.n LIMIT 1), NULL::int;
  END $$;
`
