"""Word documents, read from the XML of their package.

The format is WordprocessingML (ISO/IEC 29500-1). What Word, WPS and LibreOffice write differs in
small things; all forms that were met are read.
"""

from carelist.formats.docx.reading import MAIN, read_docx

__all__ = ["MAIN", "read_docx"]
