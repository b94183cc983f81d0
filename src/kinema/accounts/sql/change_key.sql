UPDATE keys
SET name = :name, scopes = :scopes, disabled = :disabled, limit_credits = :limit_credits,
    limit_retention = :limit_retention, expires_at = :expires_at, updated_at = :now
WHERE prefix = :prefix AND account_id = :account_id AND deleted_at IS NULL
RETURNING *
