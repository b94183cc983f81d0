SELECT id, added_at, state, origin, model, price_credits, client_request_id
FROM generations
WHERE
    key_id IN (
        SELECT prefix FROM keys
        WHERE account_id = :account_id
        AND (CAST(:key_id AS TEXT) IS NULL OR prefix = :key_id)
    )
    AND added_at >= :start
    AND added_at < :stop
    AND state IN ('succeeded', 'failed', 'cancelled')
    AND (
        CAST(:succeeded AS INTEGER) IS NULL
        OR CASE WHEN state = 'succeeded' THEN 1 ELSE 0 END = CAST(:succeeded AS INTEGER)
    )
    AND (CAST(:any_model AS INTEGER) = 1 OR model IN :models)
ORDER BY added_at DESC, id DESC
LIMIT :limit OFFSET :offset
