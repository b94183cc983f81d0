INSERT INTO leases (executor, pool, beat_at) VALUES (:executor, :pool, :now)
ON CONFLICT (executor) DO UPDATE SET beat_at = excluded.beat_at
