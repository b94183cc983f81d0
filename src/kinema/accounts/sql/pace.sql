-- How long the latest films took, and how many workers make them side by side.
SELECT
    (
        SELECT AVG(recent.ended_at - recent.begun_at)
        FROM (
            SELECT ended_at, begun_at FROM generations
            WHERE ended_at IS NOT NULL AND state = 'succeeded'
            ORDER BY ended_at DESC
            LIMIT :recent
        ) AS recent
    ) AS seconds,
    (SELECT COUNT(*) FROM leases WHERE beat_at > :alive) AS workers
