import pytest
from tests.factories import *
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.mark.django_db
def test_q(client):
    for _ in range(2):
        make_notice(target_page=make_page())
    client.get("/notices/")
    with CaptureQueriesContext(connection) as c:
        client.get("/notices/")
    for q in c.captured_queries:
        print(q["sql"][:600])
        print()
