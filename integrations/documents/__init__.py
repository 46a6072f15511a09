"""What people take with them: a booking's slip, entry and code, the letter of authorisation. Words in, bytes out.

The libraries behind them are imported when the first document is made: most processes never make one, and together
they take 40 MB and more.
"""
