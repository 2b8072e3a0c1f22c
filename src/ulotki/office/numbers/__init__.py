"""The numbers, addresses and names of a workspace: set by one person, confirmed by another, stopped, looked up."""
