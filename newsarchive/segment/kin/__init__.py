"""What texts have in common: their words and characters, and whether one goes on with the other."""
