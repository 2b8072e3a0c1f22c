"""Printable leaflets that warn people of swindlers."""

__version__ = "0.1.0"

CONTACT = ""
"""Where people write about faults of the program and wrong numbers: an address for mail, or of a page.

Whoever publishes the program fills it in, here and nowhere else. "" names whoever gave the program away.
"""
