-- Both halves or neither: the name of a transfer is used once, wherever it goes.
INSERT INTO postings (
    transfer, half, book, credits, kind, account_id, key_id, model, generation_id, at
)
VALUES
(
    :transfer, 'source', :source, -:amount, :kind, :account_id, :key_id, :model,
    :generation_id, :now
),
(
    :transfer, 'target', :target, :amount, :kind, :account_id, :key_id, :model,
    :generation_id, :now
)
ON CONFLICT DO NOTHING
RETURNING transfer
