"""Registers of benefits (救助待遇): where it is known who has applied for what, and what is paid to whom."""
