"""What a booking comes with: a slip on paper, an entry of a calendar, a QR code. Words in, bytes out; no records.

The libraries behind them are imported when the first document is made: most processes never make one, and together
they take 40 MB and more.
"""
