"""Display type: which lines are one phrase, which phrases one head, and which part of it each is."""
