-- Those being made, then those that wait, in their order.
SELECT * FROM generations
WHERE account_id = :account_id AND state IN ('queued', 'running')
ORDER BY CASE WHEN state = 'running' THEN 0 ELSE 1 END, priority, added_at
LIMIT :limit
