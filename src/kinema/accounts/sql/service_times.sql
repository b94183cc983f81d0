SELECT model, ended_at - begun_at AS seconds
FROM generations
WHERE ended_at >= :since AND state = 'succeeded'
