"""Telegram: the residents' bot on aiogram, the staff's on python-telegram-bot. Each has a token of its own."""
