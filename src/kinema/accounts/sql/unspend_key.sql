-- Only what was reserved in the present window counts against it.
UPDATE keys
SET window_credits = window_credits - :amount
WHERE prefix = :prefix AND window_at <= :reserved_at
