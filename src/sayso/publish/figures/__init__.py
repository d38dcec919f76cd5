"""Figures as SVG: the same drawing serves the terminal, notebooks and the report."""
