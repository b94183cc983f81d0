-- A prefix that another key has, or had, is refused: the caller draws again.
INSERT INTO keys (
    prefix, digest, account_id, name, scopes, disabled, limit_credits, limit_retention,
    window_at, window_credits, created_at, updated_at, expires_at
)
VALUES (
    :prefix, :digest, :account_id, :name, :scopes, :disabled, :limit_credits, :limit_retention,
    :window_at, 0, :now, :now, :expires_at
)
ON CONFLICT DO NOTHING
RETURNING *
