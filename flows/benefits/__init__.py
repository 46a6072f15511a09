"""Applications and benefits (救助待遇) of those who have them: how they stand, what is paid, what can be done."""
