"""The places of a workspace and their hosts: one at a time, or many from a spreadsheet."""
