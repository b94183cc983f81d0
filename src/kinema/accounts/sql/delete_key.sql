-- The row stays: it keeps the prefix from being given to another key.
UPDATE keys
SET deleted_at = :now
WHERE prefix = :prefix AND account_id = :account_id AND deleted_at IS NULL
RETURNING prefix
