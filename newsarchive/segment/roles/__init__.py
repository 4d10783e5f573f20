"""What each line is: text, display type, or one of the fixed forms; and how its neighbours put that right."""
