"""Where the heavy steps run."""
