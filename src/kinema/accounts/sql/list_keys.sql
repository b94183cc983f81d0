SELECT * FROM keys
WHERE account_id = :account_id AND deleted_at IS NULL
ORDER BY created_at, prefix
