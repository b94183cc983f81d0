-- Everything that must be zero and is not.
SELECT 'transfer ' || transfer || ' sums to ' || SUM(credits) AS fault
FROM postings
GROUP BY transfer
HAVING SUM(credits) <> 0 OR COUNT(*) <> 2
UNION ALL
SELECT 'account ' || accounts.id || ' differs from its postings' AS fault
FROM accounts
WHERE
    available_credits <> COALESCE((
        SELECT SUM(credits) FROM postings WHERE account_id = accounts.id AND book = 'available'
    ), 0)
    OR held_credits <> COALESCE((
        SELECT SUM(credits) FROM postings WHERE account_id = accounts.id AND book = 'held'
    ), 0)
    OR held_credits < 0
