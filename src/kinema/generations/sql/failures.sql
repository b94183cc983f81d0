SELECT * FROM generations
WHERE account_id = :account_id AND state = 'failed' AND ended_at IS NOT NULL
ORDER BY ended_at DESC
LIMIT :limit
