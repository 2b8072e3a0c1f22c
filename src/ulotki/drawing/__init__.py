"""Drawing: pages as PDF, and read-back pages as PNG."""
