"""How much each side of a claim carries."""
