"""The tables, as numbered changes; alembic runs those a database lacks.

A new change is the next number in ``versions/``. It names its tables and
columns itself and imports nothing of Kinema's, so that it means the same for
ever.
"""
