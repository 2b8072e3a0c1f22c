"""`ulotki places`: places and their hosts."""
