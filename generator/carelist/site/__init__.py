"""The public site: addresses, pages, and the records their templates show."""
