"""The list as tables: CSV, a workbook, and what tells programs of them."""
