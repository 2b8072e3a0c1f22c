"""Ways to tamper with a finished file, one function each, and the kinds of files that they are tried on."""
