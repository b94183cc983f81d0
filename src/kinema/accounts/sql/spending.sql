SELECT model, SUM(credits) AS amount
FROM postings
WHERE
    account_id = :account_id
    AND book = 'spent'
    AND at >= :start
    AND at < :stop
    AND (CAST(:key_id AS TEXT) IS NULL OR key_id = :key_id)
GROUP BY model
