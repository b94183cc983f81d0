SELECT * FROM generations WHERE key_id = :key_id AND idempotency_key = :idempotency_key
