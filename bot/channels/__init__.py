"""What channels have in common: what each can do, replies as its messages, what is to be sent, and who sends it."""
