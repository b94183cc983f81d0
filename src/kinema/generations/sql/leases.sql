SELECT executor, pool, beat_at FROM leases
