"""`ulotki numbers`: values are set by one person and confirmed by another; where they stand; what is due."""
