"""What goes on where: paragraphs out of lines, and pieces of columns in the order in which they are read."""
