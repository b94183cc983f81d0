from pathlib import Path

import pytest

from kinema.errors import BadSetting
from kinema.storage.folder import Folder
from kinema.storage.place import storage


def test_a_file_address_is_a_folder() -> None:
    assert storage("file:///srv/my%20films") == Folder(Path("/srv/my films"))


def test_another_address_is_refused() -> None:
    with pytest.raises(BadSetting, match="ftp://films"):
        storage("ftp://films")
