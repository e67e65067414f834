"""Why a file cannot be read as a table."""

from fairview.kit.errors import FairviewError


class FileProblem(FairviewError):
    code = "file_unreadable"
    status = 422
    sentence = "This file cannot be read."


class FileEmpty(FileProblem):
    code = "file_empty"
    sentence = "There is nothing in this file."


class FileNotTable(FileProblem):
    code = "file_not_table"
    sentence = "This is not a CSV or XLSX file, whatever its name says. Save the table as one of these."


class FileOldExcel(FileProblem):
    code = "file_old_excel"
    sentence = "This workbook is in an old format or has a password. Save it as XLSX without one."


class FileDamaged(FileProblem):
    code = "file_damaged"
    sentence = "This workbook is damaged. Open it in a spreadsheet program and save it again as XLSX or CSV."


class FileInflates(FileProblem):
    code = "file_inflates"
    sentence = "This workbook unpacks to more than {limit_mb} MB. Save the sheet as CSV, or split it."


class TooManyColumns(FileProblem):
    code = "too_many_columns"
    sentence = "This table has more than {limit} columns. Take out those that nobody needs here."


class TooManyRows(FileProblem):
    code = "too_many_rows"
    sentence = "This table has more than {limit} rows. Split it into several files."
