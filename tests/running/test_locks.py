from goldthread.running.locks import Lock, within


def test_many_may_share_and_none_may_have_it_alone_meanwhile(tmp_path):
    first, second, third = (Lock(tmp_path / "lock") for _ in range(3))
    assert first.try_shared() and second.try_shared()
    assert not third.try_alone()
    first.release()
    second.close()
    assert third.try_alone()
    assert not first.try_shared()
    first.close()
    third.close()


def test_an_attempt_is_made_again_until_it_succeeds():
    answers = iter([False, False, True])
    assert within(5, lambda: next(answers))


def test_an_attempt_is_made_at_least_once_and_given_up_in_time():
    made = []
    assert not within(0, lambda: made.append(1))
    assert made
