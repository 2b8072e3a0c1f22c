"""Printable leaflets that warn people of swindlers."""

__version__ = "0.1.0"
