"""Search: analysis of Chinese and English text, documents, index and ranking."""
