-- Changes nothing: whoever moves an account's credits takes its row first, so that no two deadlock.
UPDATE accounts SET held_credits = held_credits WHERE id = :account_id
