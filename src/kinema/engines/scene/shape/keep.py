"""Models on disk: one npz a model, named by what it was made from.

A file that cannot be read is taken for absent, and is written again.
"""

import json
import os
import tempfile
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from kinema.engines.scene.shape.model import Anchor, Mesh, Model, Skeleton

VERSION = 3
"""Goes up whenever a generator makes another shape of the same entry."""


@dataclass(slots=True)
class Shelf:
    """Where models are kept; None is nowhere."""

    folder: Path | None = None


SHELF = Shelf()


def use(folder: Path | None) -> None:
    """Keep models there from now on."""
    SHELF.folder = folder


def key(*made_from: object) -> str:
    """Return the name of the file for what a model is made from."""
    return sha256(repr((VERSION, made_from)).encode()).hexdigest()[:32]


def path(name: str) -> Path | None:
    """Return where that model is kept."""
    return None if SHELF.folder is None else SHELF.folder / f"{name}.npz"


def load(name: str) -> Model | None:
    """Return the model kept under a key; None if there is none that can be read."""
    file = path(name)
    if file is None or not file.exists():
        return None
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
            return model(dict(arrays))
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return None


def save(name: str, kept: Model) -> None:
    """Keep a model under a key; the file is whole or absent."""
    file = path(name)
    if file is None:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".part")
    with os.fdopen(handle, "wb") as out:
        np.savez(out, allow_pickle=False, **arrays(kept))
    Path(temporary).replace(file)


def arrays(kept: Model) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
    """Return a model as named arrays."""
    facts = {
        "name": kept.name,
        "move": kept.move,
        "bones": kept.skeleton.names,
        "parents": kept.skeleton.parents,
        "size": kept.size,
        "anchors": {name: [one.bone, *one.at] for name, one in kept.anchors.items()},
        "traits": dict(kept.traits),
    }
    return {
        "facts": np.frombuffer(json.dumps(facts).encode(), np.uint8),
        "vertices": kept.mesh.vertices,
        "normals": kept.mesh.normals,
        "colours": kept.mesh.colours,
        "triangles": kept.mesh.triangles,
        "materials": kept.mesh.materials,
        "pivots": kept.skeleton.pivots,
        "bone_index": kept.bone_index,
        "bone_weight": kept.bone_weight,
    }


def model(found: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]]) -> Model:
    """Return the model that `arrays` took apart.

    Raises:
        KeyError: An array is missing.
        ValueError: The facts cannot be read.
    """
    facts = json.loads(found["facts"].tobytes())
    width, height, depth = facts["size"]
    return Model(
        name=facts["name"],
        move=facts["move"],
        mesh=Mesh(
            vertices=found["vertices"].astype(np.float32),
            normals=found["normals"].astype(np.float32),
            colours=found["colours"].astype(np.float32),
            triangles=found["triangles"].astype(np.int32),
            materials=found["materials"].astype(np.uint8),
        ),
        skeleton=Skeleton(
            names=tuple(facts["bones"]),
            parents=tuple(facts["parents"]),
            pivots=found["pivots"].astype(np.float32),
        ),
        bone_index=found["bone_index"].astype(np.uint8),
        bone_weight=found["bone_weight"].astype(np.float32),
        size=(width, height, depth),
        anchors={
            name: Anchor(bone=bone, at=(x, y, z))
            for name, (bone, x, y, z) in facts["anchors"].items()
        },
        traits=facts["traits"],
    )
