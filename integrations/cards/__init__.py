"""Reading a resident identity card (居民身份证) from one photo. What is read is a suggestion; the resident confirms."""
