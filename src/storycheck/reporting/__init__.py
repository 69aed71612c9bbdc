"""Reports in their formats, one file each, over the same findings."""
