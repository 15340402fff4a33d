"""Spreadsheets of Excel and WPS, by openpyxl.

The format is SpreadsheetML (ISO/IEC 29500-1). What openpyxl leaves out is read beside it: words
that are struck out, the date formats of Chinese programs, text boxes, the strict edition.
"""

from carelist.formats.xlsx.reading import read_xlsx

__all__ = ["read_xlsx"]
