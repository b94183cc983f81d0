SELECT * FROM generations WHERE id = :id
