SELECT * FROM generations WHERE state IN ('running')
