"""Published files beside the project, where somebody has put them."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the published files are not beside the project (../shared/data)")
