"""Residents on WeChat: the Official Account (公众号), in plain text."""
