"""Word documents, read from the XML of their package.

The format is WordprocessingML (ISO/IEC 29500-1). What Word, WPS and LibreOffice write differs in
small things; all forms that were met are read.
"""

from carelist.formats.docx.reading import read_docx

__all__ = ["read_docx"]
