-- What a poll shows, for all polls that came in together.
SELECT
    id, key_id, state, phase, progress, film, poster, size_bytes, error_name, error_message,
    price_credits, added_at, begun_at
FROM generations
WHERE id IN :ids
