"""People, and what stands like them: one body plan with clothes as parts of their own."""
