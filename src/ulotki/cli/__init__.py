"""Commands: the only place that knows click, the clock, the terminal and exit codes."""
