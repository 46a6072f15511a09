"""The records: SQLAlchemy Core on SQLite (one machine) or PostgreSQL (many)."""
