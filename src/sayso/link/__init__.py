"""From attributions to the claims they bear on."""
