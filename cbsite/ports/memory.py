"""Files in memory, for libraries that only read and write files: they touch nothing."""

from __future__ import annotations

import io

Memory = io.BytesIO
