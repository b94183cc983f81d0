UPDATE generations SET idempotency_key = NULL WHERE id = :id RETURNING id
