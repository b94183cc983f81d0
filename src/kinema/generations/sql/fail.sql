UPDATE generations
SET state = 'failed', error_name = :error_name, error_message = :error_message, ended_at = :now
WHERE id = :id AND attempt = :attempt AND state IN ('running')
RETURNING *
