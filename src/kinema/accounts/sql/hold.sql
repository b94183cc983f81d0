-- With a floor, one row and one statement refuse to overdraw, whoever else is reserving.
UPDATE accounts
SET available_credits = available_credits - :amount, held_credits = held_credits + :amount
WHERE
    id = :account_id
    AND (
        CAST(:floor AS BIGINT) IS NULL
        OR available_credits - :amount >= CAST(:floor AS BIGINT)
    )
RETURNING id
