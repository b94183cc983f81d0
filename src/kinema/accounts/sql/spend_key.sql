-- Counts from zero when the limit's day, week or month is another one than at the last time.
UPDATE keys
SET
    window_credits = CASE WHEN window_at = :window_at THEN window_credits ELSE 0 END + :amount,
    window_at = :window_at
WHERE
    prefix = :prefix
    AND (
        limit_credits IS NULL
        OR CASE WHEN window_at = :window_at THEN window_credits ELSE 0 END + :amount
        <= limit_credits
    )
RETURNING prefix
