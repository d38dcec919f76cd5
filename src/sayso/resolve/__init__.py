"""From source spans to actors."""
