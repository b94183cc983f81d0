-- A worker that left in order holds no lease: what it still had may be taken over at once.
DELETE FROM leases WHERE executor = :executor
