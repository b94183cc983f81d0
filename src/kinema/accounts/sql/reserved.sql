SELECT * FROM postings WHERE transfer = :transfer AND book = 'held'
