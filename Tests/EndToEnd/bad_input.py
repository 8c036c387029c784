"""How a check is asked that is given something bad, and what it must say of it."""

from lifeboat import run


def check(url, home, *arguments, environment=None, **options):
    return run("check", "--output", "json", "--endpoint-url", url, "--region", "us-east-1", "--region", "us-west-2",
               *arguments, home=home, environment=environment, **options)


def says_it_once(result, *words):
    """One sentence on stderr, that names what it is about."""
    assert len(result.sentences) == 1, result.err
    for word in words:
        assert word.lower() in result.err.lower(), f"{word!r} is not in: {result.err}"
