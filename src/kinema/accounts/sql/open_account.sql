INSERT INTO accounts (id, available_credits, held_credits, created_at)
VALUES (:id, 0, 0, :now)
ON CONFLICT DO NOTHING
