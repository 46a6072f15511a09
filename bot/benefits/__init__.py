"""What becomes of questions about applications and benefits (救助待遇) in a turn, and what follows by itself."""
