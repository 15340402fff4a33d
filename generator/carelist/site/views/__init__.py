"""One module for each page kind: the record that its template shows, and how it is made."""
