"""Where everything stands, who else wants to stand there, and what old addresses lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.plan.address import Location, file_path, relative, way_to_root
from cbsite.plan.plan import Redirect
from tests.support.hubs import SMALL, make

PAGE = """\
---
title: {title}
summary: A page of free text that says enough to be a page of its own.
date: 2026-01-05
---

Words.
"""
CASE = SMALL["content/case-studies/one-door.md"]
PLACES = SMALL["content/data/places.yml"]


def test_every_page_of_the_small_hub(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert list(made.plan.pages) == [
        "/",
        "/404.html",
        "/case-studies/",
        "/case-studies/one-door/",
        "/contact/",
        "/cookies/",
        "/data/",
        "/data/dictionary/",
        "/documents/",
        "/documents/paper/",
        "/feeds/",
        "/figures/",
        "/figures/size/",
        "/gaps/",
        "/licence/",
        "/organisations/",
        "/organisations/lga/",
        "/pilots/",
        "/pilots/whole-essex/",
        "/places/",
        "/places/essex/",
        "/places/kent/",
        "/privacy/",
        "/programmes/",
        "/programmes/budgets/",
        "/search/",
        "/sources/",
        "/themes/",
        "/themes/families/",
        "/timeline/",
    ]


def test_every_id_has_an_address(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert set(made.plan.locations) == set(made.library.entries)
    assert made.plan.locations["event", "meeting"] == Location("/timeline/", "meeting")
    assert made.plan.locations["source", "release"] == Location("/sources/", "release")
    assert made.plan.locations["figure", "members"] == Location("/figures/size/", "members")
    assert made.plan.locations["topic", "size"] == Location("/figures/size/")
    addresses = set(made.plan.pages)
    assert {location.address for location in made.plan.locations.values()} <= addresses


def test_registers_with_nothing_in_them_have_no_page(tmp_path: Path) -> None:
    without = dict.fromkeys(name for name in SMALL if not name.endswith("site.yml"))
    made = make(tmp_path, dict.fromkeys(without, ""))
    about_the_site = ["/contact/", "/cookies/", "/licence/", "/privacy/"]
    assert list(made.plan.pages) == ["/", "/404.html", *about_the_site, "/search/"]


@pytest.mark.parametrize("id", ["places", "search", "timeline", "case-studies", "figures"])
def test_a_page_cannot_take_the_place_of_a_list(tmp_path: Path, id: str) -> None:
    made = make(tmp_path, {f"content/pages/{id}.md": PAGE.format(title="Mine")})
    assert made.problems() == [f"E-CLASH content/pages/{id}.md"]
    ((message, _),) = made.messages("E-CLASH")
    assert message == (
        f"Two pages want the address /{id}/: content/pages/{id}.md and cbsite itself."
    )


@pytest.mark.parametrize("id", ["assets", "files", "pagefind", "pictures", "404"])
def test_folders_of_the_sites_own_are_taken(tmp_path: Path, id: str) -> None:
    made = make(tmp_path, {f"content/pages/{id}.md": PAGE.format(title="Mine")})
    assert made.problems() == [f"E-CLASH content/pages/{id}.md"]
    assert made.messages("E-CLASH") == [
        (
            f"The address /{id}/ is in /{id}/, which the site keeps for itself:"
            f" content/pages/{id}.md and cbsite itself.",
            "Rename one of the files, or give one record another id.",
        )
    ]


def with_aliases(text: str, *aliases: str) -> str:
    return text.replace("title: ", f"aliases: [{', '.join(aliases)}]\ntitle: ", 1)


def test_old_addresses_lead_to_the_new_one(tmp_path: Path) -> None:
    places = PLACES.replace(
        "kind: council\n- id: kent", 'kind: council\n  aliases: [/old, "/a/b.html"]\n- id: kent'
    )
    events = SMALL["content/data/events.yml"].replace("when:", "aliases: [/first/]\n  when:")
    made = make(
        tmp_path, {"content/data/places.yml": places, "content/data/events.yml": events}
    )  # fmt: skip
    assert made.problems() == []
    essex = Location("/places/essex/")
    assert made.plan.redirects == (
        Redirect("/a/b.html", essex, "Essex"),
        Redirect("/first/", Location("/timeline/", "meeting"), "The first meeting"),
        Redirect("/old/", essex, "Essex"),
    )


@pytest.mark.parametrize(
    "alias",
    ["old", "//example.org/", "/../up/", "/./", "/a//b/", "/.well-known/x", "/a b/", "/caf\u00e9/",
     "https://example.org/", '"/a?b=1"', '"/a#b"', '"/a:b/"', '"/a|b/"', "/\u017f/", "/" + "a/" * 2000,
     "/con/", "/CON", "/a/aux.html", "/com0/x/", "/old./", "/old.", f"/{'a' * 256}/"],
)  # fmt: skip
def test_what_cannot_be_an_old_address(tmp_path: Path, alias: str) -> None:
    made = make(tmp_path, {"content/case-studies/one-door.md": with_aliases(CASE, alias)})
    assert made.problems() == ["E-VALUE content/case-studies/one-door.md:2:11"]
    assert made.plan.redirects == ()


def test_an_old_address_that_windows_cannot_hold_says_so(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/case-studies/one-door.md": with_aliases(CASE, "/a/Aux.html")})
    ((message, hint),) = made.messages("E-VALUE")
    assert message == (
        "'/a/Aux.html' cannot be an old address: Windows keeps the name 'Aux' for a device."
    )
    assert hint.startswith("Take it out")


CASE_FILE = "content/case-studies/one-door.md"


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("/places/kent/", "Two pages want the address /places/kent/: {alias} and {kent}."),
        ("/places/kent", "Two pages want the address /places/kent/: {alias} and {kent}."),
        ("/places/kent/index.html",
         "The addresses /places/kent/index.html and /places/kent/ are one file of the site: {alias} and {kent}."),
        ("/Places/KENT/",
         "The addresses /Places/KENT/ and /places/kent/ are one file of the site: {alias} and {kent}."),
        ("/places/kent/index.html/more/",
         "The address /places/kent/index.html/more/ needs a folder where places/kent/index.html is a file:"
         " {alias} and {kent}."),
        ("/", "Two pages want the address /: {alias} and cbsite itself."),
        ("/Index.html", "The addresses /Index.html and / are one file of the site: {alias} and cbsite itself."),
        ("/index.html/a/",
         "The address /index.html/a/ needs a folder where index.html is a file: {alias} and cbsite itself."),
        ("/places", "Two pages want the address /places/: {alias} and cbsite itself."),
        ("/404.html", "Two pages want the address /404.html: {alias} and cbsite itself."),
        ("/sitemap.xml", "Two pages want the address /sitemap.xml: {alias} and cbsite itself."),
        ("/robots.txt", "Two pages want the address /robots.txt: {alias} and cbsite itself."),
        ("/cbsite-manifest.json", "Two pages want the address /cbsite-manifest.json: {alias} and cbsite itself."),
        ("/robots.txt/a/",
         "The address /robots.txt/a/ needs a folder where robots.txt is a file: {alias} and cbsite itself."),
        ("/assets/style.css",
         "The address /assets/style.css is in /assets/, which the site keeps for itself: {alias} and cbsite itself."),
        ("/Files/x.pdf",
         "The address /Files/x.pdf is in /files/, which the site keeps for itself: {alias} and cbsite itself."),
        ("/pagefind/a/b/",
         "The address /pagefind/a/b/ is in /pagefind/, which the site keeps for itself: {alias} and cbsite itself."),
    ],
)  # fmt: skip
def test_an_old_address_whose_file_is_taken(tmp_path: Path, alias: str, message: str) -> None:
    made = make(tmp_path, {CASE_FILE: with_aliases(CASE, alias)})
    assert made.problems() == [f"E-CLASH {CASE_FILE}:2:11"]
    assert made.messages("E-CLASH") == [
        (
            message.format(alias=f"{CASE_FILE}, line 2", kent="content/data/places.yml, line 4"),
            "Take the old address out, or correct it: the page or file stays where it is.",
        )
    ]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("/old.html", "/old.html/more/", "The address /old.html/more/ needs a folder where old.html is a file"),
        ("/Old.html/more", "/old.HTML", "The address /Old.html/more/ needs a folder where old.HTML is a file"),
        ("/Old/", "/old/", "The addresses /Old/ and /old/ are one file of the site"),
        ("/old/", "/old/index.html", "The addresses /old/ and /old/index.html are one file of the site"),
    ],
)  # fmt: skip
def test_two_old_addresses_that_cannot_both_be(
    tmp_path: Path, first: str, second: str, message: str
) -> None:
    paper = SMALL["content/documents/paper.md"]
    made = make(
        tmp_path,
        {
            CASE_FILE: with_aliases(CASE, first),
            "content/documents/paper.md": with_aliases(paper, second),
        },
    )
    assert made.problems() == [
        f"E-CLASH {CASE_FILE}:2:11",
        "E-CLASH content/documents/paper.md:2:11",
    ]
    for said, _ in made.messages("E-CLASH"):
        assert said.startswith(f"{message}: ")
        assert f"{CASE_FILE}, line 2" in said
        assert "content/documents/paper.md, line 2" in said


def test_old_addresses_may_stand_beside_each_other(tmp_path: Path) -> None:
    aliases = ("/old", "/old.html", "/old/more/", "/places/old/", "/assets.html", "/a/assets/")
    made = make(tmp_path, {CASE_FILE: with_aliases(CASE, *aliases)})
    assert made.problems() == []
    assert len(made.plan.redirects) == len(aliases)


def test_an_old_address_that_is_a_page(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/case-studies/one-door.md": with_aliases(CASE, "/places/kent")})
    assert made.problems() == ["E-CLASH content/case-studies/one-door.md:2:11"]
    ((message, _),) = made.messages("E-CLASH")
    assert "the address /places/kent/" in message
    assert "content/case-studies/one-door.md, line 2" in message


def test_an_old_address_wanted_twice_names_both_files(tmp_path: Path) -> None:
    paper = SMALL["content/documents/paper.md"]
    made = make(
        tmp_path,
        {
            "content/case-studies/one-door.md": with_aliases(CASE, "/old/"),
            "content/documents/paper.md": with_aliases(paper, "/old"),
        },
    )
    assert made.problems() == [
        "E-CLASH content/case-studies/one-door.md:2:11",
        "E-CLASH content/documents/paper.md:2:11",
    ]
    for message, _ in made.messages("E-CLASH"):
        assert "content/case-studies/one-door.md, line 2" in message
        assert "content/documents/paper.md, line 2" in message


def test_old_addresses_of_a_draft_are_free(tmp_path: Path) -> None:
    case = with_aliases(CASE, "/old/").replace("date: ", "status: draft\ndate: ")
    made = make(tmp_path, {"content/case-studies/one-door.md": case})
    assert made.plan.redirects == ()


@pytest.mark.parametrize(
    ("address", "file", "root"),
    [
        ("/", "index.html", ""),
        ("/404.html", "404.html", ""),
        ("/search/", "search/index.html", "../"),
        ("/places/essex/", "places/essex/index.html", "../../"),
        ("/a/b.html", "a/b.html", "../"),
    ],
)
def test_files_and_the_way_to_the_root(address: str, file: str, root: str) -> None:
    assert file_path(address) == file
    assert way_to_root(address) == root


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("/", Location("/"), "./"),
        ("/", Location("/places/"), "places/"),
        ("/", Location("/timeline/", "meeting"), "timeline/#meeting"),
        ("/places/essex/", Location("/"), "../../"),
        ("/places/essex/", Location("/places/essex/"), "./"),
        ("/places/essex/", Location("/places/essex/", "dates"), "#dates"),
        ("/places/essex/", Location("/places/kent/"), "../../places/kent/"),
        ("/places/", Location("/files/map.svg"), "../files/map.svg"),
        ("/a/b.html", Location("/places/"), "../places/"),
    ],
)
def test_one_page_names_another_relatively(page: str, target: Location, href: str) -> None:
    assert relative(page, target) == href
