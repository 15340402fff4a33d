"""What a campaign hands out: share pictures, posters, sheets, codes to scan, words to paste."""
