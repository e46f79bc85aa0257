"""Vietnamese itself: letters and tone marks, the one scan of a text, sentences, words, numbers, the multi-string matcher."""
