"""Text itself: offsets, sentences, normalisation, shingles."""
