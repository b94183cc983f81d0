SELECT available_credits, held_credits FROM accounts WHERE id = :account_id
