"""The bureau's side of a conversation: who may do what, whose a case is, and by when it is to be answered."""
