-- Newest first, from behind the one that the last page ended with.
SELECT * FROM generations
WHERE key_id = :key_id AND (added_at, id) < (:added_at, :id)
ORDER BY added_at DESC, id DESC
LIMIT :limit
