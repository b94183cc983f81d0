"""The words that the engine knows, as tables that a person can read and mend."""
