"""What stands where: items, blocks, lines, fitting, the seal, sheets. Millimetres from the top-left, y down."""
