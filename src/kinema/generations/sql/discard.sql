-- What has ended may be thrown away by the key that asked for it.
DELETE FROM generations
WHERE id = :id AND key_id = :key_id AND ended_at IS NOT NULL
RETURNING *
