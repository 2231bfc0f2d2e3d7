from goldthread.running import serve

LOGINS = [("Social worker", "priya", "secret"), ("Independent reviewing officer", "gwen", "secret")]


def test_the_newcomer_reads_the_address_and_one_login_for_each_role_in_straight_columns():
    said = serve.welcome("http://127.0.0.1:8000/", LOGINS).splitlines()
    assert "Goldthread is at http://127.0.0.1:8000/" in said
    heading, priya, gwen = (line for line in said if line.startswith("  "))
    assert heading.split() == ["role", "user", "name", "password"]
    assert heading.index("user name") == priya.index("priya") == gwen.index("gwen")
    assert heading.index("password") == priya.index("secret") == gwen.index("secret")


def test_the_pages_are_only_for_this_machine_unless_another_address_is_given(monkeypatch):
    monkeypatch.setenv("PORT", "18734")
    with serve.own_port() as port:
        assert serve.address(port) == "http://127.0.0.1:18734/"
    monkeypatch.setenv("GOLDTHREAD_ADDRESS", "0.0.0.0")
    with serve.own_port() as port:
        assert port.getsockname() == ("0.0.0.0", 18734)


def test_an_empty_port_is_the_usual_one(monkeypatch):
    monkeypatch.setenv("PORT", "")
    monkeypatch.setattr(serve, "USUAL_PORT", 18735)
    with serve.own_port() as port:
        assert serve.address(port) == "http://127.0.0.1:18735/"
