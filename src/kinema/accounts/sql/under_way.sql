SELECT state, COUNT(*) AS total
FROM generations
WHERE state IN ('queued', 'running')
GROUP BY state
