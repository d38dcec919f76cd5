"""Versioned word lists in TOML, with their loaders."""
