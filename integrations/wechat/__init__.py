"""WeChat Official Accounts (公众号): their messages checked, opened, read and answered, and what they may call for."""
