-- What came from outside and what was spent; credits that are only held are no line of a statement.
SELECT transfer, at, kind, credits, model, generation_id
FROM postings
WHERE
    account_id = :account_id
    AND book IN ('outside', 'spent')
    AND at >= :start
    AND at < :stop
    AND (CAST(:key_id AS TEXT) IS NULL OR key_id = :key_id)
    AND (CAST(:kind AS TEXT) IS NULL OR kind = :kind)
    AND (
        CAST(:incoming AS INTEGER) IS NULL
        OR CASE WHEN credits < 0 THEN 1 ELSE 0 END = CAST(:incoming AS INTEGER)
    )
    AND (at < :before_at OR (at = :before_at AND transfer < :before_name))
ORDER BY at DESC, transfer DESC
LIMIT :limit
