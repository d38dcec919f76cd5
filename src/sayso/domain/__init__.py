"""The records every stage takes and gives; pure data, no behaviour beyond itself."""
