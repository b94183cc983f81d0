SELECT
    COUNT(*) AS total,
    COALESCE(SUM(CASE WHEN key_id = :key_id THEN 1 ELSE 0 END), 0) AS of_key
FROM generations
WHERE state IN ('queued', 'running')
