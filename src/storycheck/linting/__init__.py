"""Claims out of documents: which passages are stories, which sentences are judged, which are suppressed."""
