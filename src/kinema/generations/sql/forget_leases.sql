-- Long after its last beat, when a worker that only stood still has taken its lease up again.
DELETE FROM leases WHERE beat_at < :before
