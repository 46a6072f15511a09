"""The top storey: channels, the turn, the staff desk, settings, and one composition root that wires it all."""

__version__ = "0.1.0"
