"""Fixtures that all end-to-end tests share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
pytest.register_assert_rewrite("bad_input", "moto_comparison", "records")

from lifeboat import run  # noqa: E402
from restores import Restores  # noqa: E402
from simulator import KEYS, Simulator  # noqa: E402


@pytest.fixture
def home(tmp_path):
    """A home directory with nothing in it."""
    directory = tmp_path / "home"
    directory.mkdir()
    return directory


@pytest.fixture(scope="module")
def module_home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def simulator():
    """The simulated account on a port, which takes no call with a wrong signature."""
    simulator = Simulator.start("--verify-signatures")
    yield simulator
    simulator.stop()


@pytest.fixture
def lifeboat(simulator, home):
    """The program on the simulated account."""

    def ask(*arguments):
        return run(
            *arguments, "--endpoint-url", simulator.url, home=home, credentials=False,
            environment=KEYS | {"AWS_REGION": "us-east-1"})

    return ask


@pytest.fixture
def restores(simulator, home):
    """`lifeboat restore` on the simulated account, on which nothing fails but what the test lets fail."""
    simulator.faults()
    yield Restores(simulator, home)
    simulator.faults()


@pytest.fixture(scope="module")
def snapshot(simulator, module_home):
    """What the account was before the tests of the file: with it, a restore need not read the account."""
    path = module_home / "account.json"
    run("check", "--save-snapshot", path, "--endpoint-url", simulator.url, home=module_home, credentials=False,
        environment=Restores(simulator, module_home).environment)
    assert path.exists()
    return path
