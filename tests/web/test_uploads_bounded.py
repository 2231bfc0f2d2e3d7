"""What is larger than any page takes is refused by what it says of its size, before a byte of it is read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from goldthread.web.loading.models import LoadRun
from tests.web.one_child import signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
FILES = "multipart/form-data; boundary=x"
MEGABYTE = 1024 * 1024


class Unread:
    """What is sent, none of which may be asked for."""

    def read(self, *_):
        pytest.fail("what was sent was read")

    readline = __iter__ = read


def send(client, address, megabytes, kind=FILES):
    return client.generic("POST", address, b"x", kind, CONTENT_LENGTH=str(megabytes * MEGABYTE), **{"wsgi.input": Unread()})


@pytest.mark.parametrize("address", ["/accounts/login/", "/load/", "/inspections/reports/add/", "/children/WR-20418/", "/nowhere/"])
def test_a_file_from_somebody_who_has_not_signed_in_is_not_taken_in(db, address):
    answer = send(Client(), address, 3)
    assert answer.status_code == 413 and "only from somebody who has signed in. Nothing of it was kept." in text(answer)


def test_more_than_any_page_takes_is_refused_in_a_sentence(people):
    answer = send(signed_in(people["ana"]), "/load/", 2000)
    assert answer.status_code == 413 and "What was sent is 2,000 MB. A page takes 500 MB at once" in text(answer)
    assert "Send it in parts" in text(answer)


def test_what_a_page_takes_is_still_taken(people):
    answer = signed_in(people["ana"]).post(reverse("others"), {"files": SimpleUploadedFile("list.csv", b"a,b\n" * MEGABYTE)})
    assert answer.status_code == 422 and "list.csv is none of the published lists" in text(answer)


def many(number):
    return {"files": [SimpleUploadedFile(f"return-{n}.csv", b"a,b\n1,2\n") for n in range(number)], "strict": "yes"}


def test_a_folder_of_hundreds_of_files_is_taken(people, monkeypatch):
    monkeypatch.setattr("goldthread.web.loading.views.start", lambda run: None)
    assert signed_in(people["ana"]).post("/load/", many(150)).status_code == 302
    [run] = LoadRun.objects.all()
    assert len(run.files) == 150


def test_more_files_than_a_page_takes_are_told_to_be_too_many(people, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 20
    answer = signed_in(people["ana"]).post("/load/", many(21))
    assert answer.status_code == 413 and "A page takes 20 files at once. None of them was kept." in text(answer)
    assert not LoadRun.objects.exists()
