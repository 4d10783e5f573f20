"""The fixed forms of newspaper make-up, known by their words: bylines, leads, credits, jump lines, imprints."""
