"""Commands about planned meetings."""
