"""`ulotki numbers`: values are set by one person and confirmed by another; where they stand; what is due."""

from ulotki.cli.numbers import change, due, listed, where

__all__ = ["change", "due", "listed", "where"]
