-- What the fair start tag of a new request depends on.
SELECT
    (
        SELECT MAX(start_tag) FROM generations
        WHERE pool = :pool AND key_id = :key_id AND state IN ('queued', 'running')
    ) AS last_of_key,
    (SELECT MIN(start_tag) FROM generations WHERE pool = :pool AND state = 'queued') AS queue_head
