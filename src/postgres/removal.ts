/** What leaves the queue without being handled, and comes back, as functions of the database, under the laws of queue.ts. */
export const REMOVAL = `
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
