"""Text out of documents: Markdown and plain text, every character with its place in the file."""
