"""Blocks: the parts of a page before they have a position. There are many kinds, and each answers two questions.

`height(width, setting)` is the height in mm at a width in mm. `place(box, setting)` returns the items inside a box.
The height of a text goes from the top of its capitals to its last baseline, so distances are those that the eye sees;
descenders hang below.
"""

from __future__ import annotations

from ulotki.page.blocks.badges import Badge, Disc
from ulotki.page.blocks.blanks import StampBox, WriteIn
from ulotki.page.blocks.boxes import WriteInBox, dress
from ulotki.page.blocks.bubbles import Bubble
from ulotki.page.blocks.choice import AtLast, FirstFit
from ulotki.page.blocks.core import Block, Gap, Leading, Spring
from ulotki.page.blocks.excess import too_high
from ulotki.page.blocks.grid import Grid
from ulotki.page.blocks.heights import Fixed, Least, Roomy
from ulotki.page.blocks.marks import Pictogram, Rule
from ulotki.page.blocks.panels import Headed, Panel
from ulotki.page.blocks.rasters import QrCode, Snapshot
from ulotki.page.blocks.run_on import RunOn
from ulotki.page.blocks.set_otherwise import AsWritten, OneLine
from ulotki.page.blocks.stacks import Row, Stack
from ulotki.page.blocks.words import Align, Text
from ulotki.page.blocks.wrappers import Folded, Pad, Tagged
