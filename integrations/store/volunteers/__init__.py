"""Volunteers (志愿者), who they serve with, what they join, and the ledger of their hours."""
