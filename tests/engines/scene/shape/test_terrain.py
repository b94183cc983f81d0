import numpy as np

from kinema.engines.scene.shape.globes import burst, earth, moon
from kinema.engines.scene.shape.model import Material
from kinema.engines.scene.shape.noise import fractal, noise, ridges
from kinema.engines.scene.shape.terrain import iceberg, mountain, rock

GREY = (0.2, 0.2, 0.2)
WHITE = (0.9, 0.9, 0.9)


def test_noise_is_smooth_and_stays_between_0_and_1() -> None:
    points = np.random.default_rng(1).uniform(-50, 50, (500, 3))
    values = noise(points, 3)
    assert 0 <= values.min() < 0.2 < 0.8 < values.max() <= 1
    assert abs(noise(points + 1e-4, 3) - values).max() < 1e-3


def test_fractal_and_ridges_stay_between_0_and_1() -> None:
    points = np.random.default_rng(2).uniform(-5, 5, (500, 3))
    for values in (fractal(points, 1), ridges(points, 1)):
        assert 0 <= values.min() < values.max() <= 1


def test_a_mountain_is_as_high_as_asked_and_white_on_top() -> None:
    mesh = mountain(width=100, height=60, snow=0.5, rock=GREY)
    top = mesh.vertices[:, 1].argmax()
    assert np.isclose(mesh.vertices[top, 1], 60)
    assert mesh.colours[top, 1] > 0.6
    assert mesh.vertices[:, 1].min() >= 0
    assert {Material.SNOW, Material.MATTE} == set(mesh.materials.tolist())


def test_another_seed_is_another_mountain() -> None:
    first, second = (mountain(width=9, height=5, snow=1, rock=GREY, seed=s) for s in (1, 2))
    assert not np.allclose(first.vertices, second.vertices)


def test_an_iceberg_has_a_shelf_to_stand_on() -> None:
    mesh = iceberg(width=14, height=6, top=WHITE, low=GREY)
    up = mesh.normals[:, 1] > 0.9
    front = mesh.vertices[up & (mesh.vertices[:, 2] > 0.5)]
    assert len(front) > 60
    assert np.ptp(front[:, 1]) < 1.2


def test_a_rock_stands_on_the_ground() -> None:
    mesh = rock(width=1.2, height=0.7, colour=GREY)
    assert mesh.vertices[:, 1].min() == 0


def test_the_earth_has_seas_land_and_clouds() -> None:
    mesh = earth(
        sea=(0.0, 0.0, 1.0), land=(0.0, 1.0, 0.0), sand=(0.4, 0.4, 0.0), ice=WHITE, cloud=WHITE
    )
    red, green, blue = mesh.colours[:, 0], mesh.colours[:, 1], mesh.colours[:, 2]
    assert (blue > 2 * green).mean() > 0.15
    assert (green > 2 * blue).mean() > 0.08
    assert (red > 0.6).mean() > 0.05


def test_a_moon_has_craters() -> None:
    mesh = moon(ground=WHITE, crater=GREY)
    distance = np.linalg.norm(mesh.vertices, axis=1)
    assert distance.min() < 0.985
    assert np.ptp(mesh.colours[:, 0]) > 0.3


def test_a_burst_reaches_its_radius_and_glows() -> None:
    mesh = burst(radius=10, colours=((4, 1, 1), (1, 4, 1)))
    assert 9 < np.linalg.norm(mesh.vertices, axis=1).max() < 11
    assert mesh.colours[:, :3].max() > 3
    assert (mesh.materials == Material.EMISSIVE).all()
