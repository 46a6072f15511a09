# Numbers of marriage and divorce certificates: flows/marriage/certificate.py

certificate-format = This number is not clear. It looks like J620423-2026-000001: letters first, then 6, 4 and 6 digits. Please copy it from the certificate once more.
# $which: which certificate is to be reissued
certificate-other_kind = { $which ->
    [divorce] The number of a divorce certificate begins with L or BL; this one does not. Please copy it from the divorce certificate once more.
   *[marriage] The number of a marriage certificate begins with J or BJ; this one does not. Please copy it from the marriage certificate once more.
}
# $year: the year in the number, as text; after this year, or before 1950
certificate-year = The year in the number is { $year }, which does not seem right. Please look at the certificate and enter it once more.
