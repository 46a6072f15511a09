"""Case systems of the bureau: one file per system, each answering the same few verbs (``contract.py``)."""
