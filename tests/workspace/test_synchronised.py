"""Folders that a service keeps in step with other computers."""

from pathlib import Path

import pytest

from ulotki.workspace.synchronised import service


@pytest.mark.parametrize(
    "name",
    ["OneDrive", "OneDrive - Komenda Powiatowa Policji", "onedrive", "Dropbox", "Dropbox (KPP)", "Nextcloud", "Mój dysk",
     "iCloudDrive", "GoogleDrive-jan@example.pl"],
)  # fmt: skip
def test_a_folder_in_such_a_folder_is_named_by_it(name: str):
    assert service(Path("/home/jan") / name / "Dokumenty/ulotki", {}) == name


@pytest.mark.parametrize("path", ["/home/jan/ulotki", "/home/jan/boxes/ulotki", "/srv/megafon", "/home/dropboxer/x"])
def test_another_folder_is_not(path: str):
    assert service(Path(path), {}) is None


def test_windows_says_where_onedrive_is_whatever_its_name():
    assert service(Path("/d/Praca/ulotki"), {"OneDriveCommercial": "/d/Praca"}) == "Praca"
    assert service(Path("/d/Praca/ulotki"), {"OneDrive": ""}) is None
