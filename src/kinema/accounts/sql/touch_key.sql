UPDATE keys SET used_at = :now WHERE prefix = :prefix AND (used_at IS NULL OR used_at < :now)
