"""sayso: on whose say-so? Sources, denials and origins of contested claims."""

__version__ = "0.1.0"
