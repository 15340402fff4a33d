"""PDF with text: tables by the lines that are drawn, words by pdfium.

pdfplumber finds the lines. The characters are pdfium's, since a PDF may name radicals in place of
characters, and pdfium gives these right where other readers do not.
"""

from carelist.formats.pdf.reading import read_pdf

__all__ = ["read_pdf"]
