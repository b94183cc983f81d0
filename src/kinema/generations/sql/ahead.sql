-- Those that go first, and those that are on the way.
SELECT
    COALESCE(SUM(
        CASE WHEN state = 'queued'
            AND (priority < :priority OR (priority = :priority AND added_at < :added_at))
        THEN 1 ELSE 0 END
    ), 0) AS queued,
    COALESCE(SUM(CASE WHEN state = 'running' THEN 1 - progress ELSE 0 END), 0) AS running
FROM generations
WHERE pool = :pool AND state IN ('queued', 'running')
