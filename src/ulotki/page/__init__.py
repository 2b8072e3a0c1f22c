"""Page layout: items, blocks, lines, fitting, the code of a piece, sheets. Lengths are mm from the top-left, y down."""
