UPDATE accounts
SET available_credits = available_credits + :amount
WHERE id = :account_id
RETURNING id
