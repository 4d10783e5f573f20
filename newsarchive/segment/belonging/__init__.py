"""What belongs to which article beside its text: bylines, signatures, jump lines, pictures."""
