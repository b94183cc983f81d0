UPDATE accounts SET held_credits = held_credits - :amount WHERE id = :account_id
