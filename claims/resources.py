"""Where ui/, schema/, seeds/ and the user's data lie, in a checkout and in an installed wheel."""

from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: str) -> Path:
    """The folder `ui`, `schema` or `seeds`, wherever this copy of Counterclaim keeps it.

    A checkout is asked first, so that an edited page is the page that runs.
    """
    for folder in (PACKAGE.parent / name, PACKAGE / "_bundled" / name):
        if folder.is_dir() and ((PACKAGE.parent / "pyproject.toml").exists() or "_bundled" in folder.parts):
            return folder
    raise FileNotFoundError(f"this installation of Counterclaim lacks its folder '{name}'; install it again")


def data_dir() -> Path:
    """The user's data folder, made when missing: the default database and the archive of captures."""
    folder = Path(platformdirs.user_data_dir("counterclaim", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
