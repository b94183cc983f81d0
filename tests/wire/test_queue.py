import httpx

from kinema.accounts.keys import MANAGE, Terms
from kinema.house import House
from kinema.protocols.aimlapi.wire import PATHS

GOOD: dict[str, object] = {"model": "kling-video/v1/standard/text-to-video", "prompt": "a red fox"}
LIST = f"{PATHS[0]}/list"


def asked(client: httpx.Client) -> str:
    return str(client.post(PATHS[0], json=GOOD).json()["id"])


def test_a_key_that_manages_sees_what_all_keys_have_under_way(
    house: House, client: httpx.Client
) -> None:
    waits, failed = asked(client), asked(client)
    house.fail(failed)
    with house.client(house.key(Terms(scopes=frozenset({MANAGE})))) as manager:
        seen = manager.get("/v2/queue").json()
    assert waits in [one["id"] for one in seen["data"]]
    assert seen["queued"] >= 1
    (error,) = [one["error"] for one in seen["failed"] if one["id"] == failed]
    assert error == {"name": "EngineFailed", "message": "There was no light."}


def test_another_key_does_not_see_the_queue(client: httpx.Client) -> None:
    assert client.get("/v2/queue").status_code == 403


def test_a_film_that_ended_is_deleted_with_its_file(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    house.finish(generation_id)
    url = client.get(PATHS[0], params={"generation_id": generation_id}).json()["video"]["url"]
    answer = client.delete(LIST, params={"generation_id": generation_id})
    assert answer.json() == {"id": generation_id, "deleted": True}
    assert client.get(PATHS[0], params={"generation_id": generation_id}).status_code == 404
    assert client.get(url).status_code == 404


def test_a_film_on_its_way_is_cancelled_before_it_is_deleted(client: httpx.Client) -> None:
    which = {"generation_id": asked(client)}
    assert client.delete(LIST, params=which).status_code == 409
    client.delete(PATHS[0], params=which)
    assert client.delete(LIST, params=which).status_code == 200


def test_nobody_deletes_what_another_key_asked_for(house: House, client: httpx.Client) -> None:
    generation_id = asked(client)
    house.finish(generation_id)
    with house.client() as other:
        assert other.delete(LIST, params={"generation_id": generation_id}).status_code == 404
    assert client.get(PATHS[0], params={"generation_id": generation_id}).status_code == 200
