"""The local page: the office in a browser on the officer's own computer, over the same use cases as the commands.

A form is a Request, a page shows an Outcome. `screens` is the table of what there is; each screen is one module with its
templates; `safety` decides who may ask, `kit` is what the screens share.
"""

from typing import TYPE_CHECKING

from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.serve import desk, remembering, running
else:
    __getattr__ = modules(__name__)
