import httpx

from kinema.house import House


def test_the_description_is_served_and_kept(client: httpx.Client) -> None:
    answer = client.get("/openapi.json")
    assert answer.json()["openapi"] == "3.1.0"
    again = client.get("/openapi.json", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_one_models_description_is_found_by_any_of_its_names(house: House) -> None:
    with house.visitor() as visitor:
        params = {"model": "kling-video/v2/master/text-to-video", "endpoint": "internal/x"}
        answer = visitor.get("/docs-json", params=params)
        assert answer.json()["openapi"] == "3.0.0"
        assert visitor.get("/docs-json?model=veo2").status_code == 404
        assert visitor.get("/docs-json").status_code == 400
        page = visitor.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "openapi.json" in page.text
