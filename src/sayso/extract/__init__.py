"""From a document's text to its attributions."""
