"""Tables that offices save: CSV and XLSX, read line by line with bounded memory; every file is hostile."""
