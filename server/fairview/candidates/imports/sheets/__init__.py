"""Tables as people have them: CSV in whatever encoding and dialect, and XLSX; row by row, as text.

A file is not to be trusted: what it inflates to is counted before anything is parsed, a workbook with
entities is refused, and no formula is ever computed: in a workbook the value counts that was saved with it,
in CSV it is text like any other. A row that cannot be read as it was meant is marked, and those around it are
read all the same.
"""
