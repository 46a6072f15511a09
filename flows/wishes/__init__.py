"""What somebody wants, said in their own way: services that may be meant, and everyday questions (要办什么、问什么)."""

from flows.wishes.reading import Wishes, read
from flows.wishes.topics import answer

__all__ = ["Wishes", "answer", "read"]
