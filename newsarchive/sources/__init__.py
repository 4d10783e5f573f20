"""Where pages come from: files on this machine."""
