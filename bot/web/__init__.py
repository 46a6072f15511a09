"""The web: the chat API, the chat page, and the staff's page."""
