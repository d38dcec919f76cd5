"""From reports to whom they credit and where a claim starts."""
