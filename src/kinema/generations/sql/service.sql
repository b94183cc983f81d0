-- The latest films of a model say how long the next one takes.
SELECT AVG(seconds) AS seconds
FROM (
    SELECT ended_at - begun_at AS seconds
    FROM generations
    WHERE model = :model AND state = 'succeeded'
    ORDER BY ended_at DESC
    LIMIT 20
) AS latest
