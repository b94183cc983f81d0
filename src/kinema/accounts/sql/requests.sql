SELECT
    model,
    COUNT(*) AS total,
    SUM(CASE WHEN state = 'succeeded' THEN 1 ELSE 0 END) AS succeeded,
    SUM(CASE WHEN state IN ('failed', 'cancelled') THEN 1 ELSE 0 END) AS failed
FROM generations
WHERE
    key_id IN (
        SELECT prefix FROM keys
        WHERE account_id = :account_id
        AND (CAST(:key_id AS TEXT) IS NULL OR prefix = :key_id)
    )
    AND added_at >= :start
    AND added_at < :stop
GROUP BY model
ORDER BY model
