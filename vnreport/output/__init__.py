"""Output: one renderer a file; each takes documents and findings and gives text."""
