-- A few at a time, so that no writer waits long.
DELETE FROM generations
WHERE id IN (SELECT id FROM generations WHERE ended_at < :before ORDER BY ended_at LIMIT :limit)
RETURNING *
