"""Blocks: the parts of a page before they have a position. There are many kinds, and each answers two questions.

`height(width, setting)` is the height in mm at a width in mm. `place(box, setting)` returns the items inside a box.
The height of a text goes from the top of its capitals to its last baseline, so distances are those that the eye sees;
descenders hang below.
"""

from __future__ import annotations

from ulotki.page.blocks.badges import Badge, Bubble, Disc
from ulotki.page.blocks.blanks import StampBox, WriteIn
from ulotki.page.blocks.boxes import Field, Headed, Panel, dress
from ulotki.page.blocks.choice import AsWritten, AtLast, FirstFit, OneLine
from ulotki.page.blocks.core import Block, Gap, Leading, Spring
from ulotki.page.blocks.grid import Grid
from ulotki.page.blocks.marks import Pictogram, QrCode, Rule, Snapshot
from ulotki.page.blocks.stacks import Fixed, Folded, Least, Pad, Roomy, Row, Stack, Tagged
from ulotki.page.blocks.words import Align, RunOn, Text, too_high
