SELECT * FROM keys WHERE prefix = :prefix AND deleted_at IS NULL
