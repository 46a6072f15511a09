"""What an operator and a developer start from: the Makefile, the locks, the image and its composition."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from ruamel.yaml import YAML

from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
TARGETS = ["run", "setup", "setup-dev", "setup-ocr", "test", "check", "bench", "soak", "words", "lock"]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True)


def _make(*arguments: str) -> subprocess.CompletedProcess[str]:
    # A test run by make must not hand that make's flags on.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("target", TARGETS)
def test_every_promised_target_of_the_makefile_exists(target: str) -> None:
    done = _make("--dry-run", target)
    assert done.returncode == 0, done.stderr


def test_a_target_nobody_promised_does_not_exist() -> None:
    assert _make("--dry-run", "fly").returncode != 0


def test_run_installs_the_runtime_lock_only() -> None:
    asked = _make("--dry-run", "--always-make", "run").stdout
    assert "requirements.lock" in asked
    assert "requirements-dev.lock" not in asked


def test_ci_runs_the_targets_of_the_makefile_with_a_browser() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert _run("bash", "-n", script).returncode == 0
    called = re.findall(r"^make (\S+)", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert called == ["test"]
    assert "YIZHENG_REQUIRE_BROWSER=1" in script.read_text(encoding="utf-8")


def test_what_runs_is_locked_at_the_version_that_was_tested() -> None:
    runtime = dict(PIN.findall(_read("requirements.lock")))
    tested = dict(PIN.findall(_read("requirements-dev.lock")))
    assert len(runtime) > 30
    assert runtime.items() <= tested.items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-ocr.lock"])
def test_a_lock_has_a_hash_for_every_package_and_names_no_host(name: str) -> None:
    text = _read(name)
    for package in re.split(r"\n(?=\S)", text.strip()):
        assert PIN.match(package), package[:80]
        assert "--hash=sha256:" in package, package[:80]
    assert not re.search(r"://|@|\b(index-url|find-links|trusted-host)\b", text)


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads(_read("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = dict(PIN.findall(_read("requirements-dev.lock")))
    names = [re.split(r"[\[<>=~! ]", line)[0].lower().replace(".", "-").replace("_", "-") for line in wanted]
    assert [name for name in names if name not in locked] == []


def test_the_extra_is_locked_beside_what_runs_and_not_installed_for_everybody() -> None:
    extra = tomllib.loads(_read("pyproject.toml"))["project"]["optional-dependencies"]["ocr"]
    names = {re.split(r"[<>=]", line)[0] for line in extra}
    with_extra = dict(PIN.findall(_read("requirements-ocr.lock")))
    runtime = dict(PIN.findall(_read("requirements.lock")))
    assert names <= with_extra.keys() - runtime.keys()
    assert runtime.items() <= with_extra.items()
    assert not names & dict(PIN.findall(_read("requirements-dev.lock"))).keys()


def test_what_reads_cards_is_older_than_its_messages_to_its_maker() -> None:
    locked = dict(PIN.findall(_read("requirements-ocr.lock")))["onnxruntime"]
    assert tuple(map(int, locked.split("."))) < (1, 29)  # 1.29 brought them to Linux, on unless told otherwise


def dependencies_without_a_reason(pyproject: str) -> list[str]:
    """The dependency lines of a pyproject.toml that no comment on the same line explains."""
    lists = pyproject.partition("\n[tool.")[0]
    return re.findall(r'^    "([^"]+)",[ ]*$', lists, re.MULTILINE)


def test_every_dependency_has_its_reason_beside_it() -> None:
    assert dependencies_without_a_reason(_read("pyproject.toml")) == []


def test_a_dependency_without_a_reason_would_be_found() -> None:
    text = 'dependencies = [\n    "a>=1",   # why\n    "b[c]>=2",\n]\n'
    assert dependencies_without_a_reason(text) == ["b[c]>=2"]


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    done = _run(hadolint, "--no-color", "--failure-threshold", "style", "Dockerfile")
    assert done.returncode == 0, done.stdout


def test_hadolint_would_find_a_root(tmp_path: Path) -> None:
    bad = tmp_path / "Dockerfile"
    bad.write_text("FROM python\nUSER root\n")
    done = _run(Path(sys.executable).parent / "hadolint", bad)
    assert done.returncode != 0
    assert "DL3002" in done.stdout


def _schema(file: Path) -> subprocess.CompletedProcess[str]:
    return _run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", file)


def test_the_composition_fits_the_compose_specification() -> None:
    done = _schema(ROOT / "compose.yaml")
    assert done.returncode == 0, done.stdout


def test_the_compose_specification_would_find_a_slip(tmp_path: Path) -> None:
    bad = tmp_path / "compose.yaml"
    bad.write_text("services:\n  bot:\n    image: yizheng\n    read_onyl: true\n")
    assert "read_onyl" in _schema(bad).stdout


def test_every_container_is_bare_and_watched() -> None:
    services = YAML(typ="safe").load(_read("compose.yaml"))["services"]
    assert set(services) == {"bot", "worker", "postgres", "valkey"}
    for name, service in services.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert name in ("bot", "worker") or service["user"] != "root", name
    for name in ("bot", "worker"):
        assert {on["condition"] for on in services[name]["depends_on"].values()} == {"service_healthy"}
    for name in ("postgres", "valkey"):
        assert services[name]["healthcheck"]["test"], name
        assert services[name]["networks"] == ["inside"], name
        assert "ports" not in services[name], name


def test_no_secret_stands_in_the_composition() -> None:
    composition = YAML(typ="safe").load(_read("compose.yaml"))
    for service in composition["services"].values():
        for variable, value in service.get("environment", {}).items():
            if re.search("PASSWORD|KEY|URL|TOKEN", variable):
                assert variable.endswith("_FILE"), variable
                assert value.removeprefix("/run/secrets/") in service["secrets"], variable
        assert set(service["secrets"]) <= set(composition["secrets"])
    assert all(set(secret) == {"file"} for secret in composition["secrets"].values())


def test_the_image_and_the_composition_set_only_settings_that_exist() -> None:
    named = set(re.findall(rf"\b{PREFIX}([A-Z_]+)", _read("Dockerfile") + _read("compose.yaml")))
    assert {name.removesuffix("_FILE").lower() for name in named} - set(Settings.model_fields) == set()
    assert {"HOST", "DATA_DIR", "KEYS_FILE"} <= named


def test_the_image_runs_as_a_numbered_user_from_the_hashed_lock() -> None:
    dockerfile = _read("Dockerfile")
    assert re.findall(r"^USER (\S+)", dockerfile, re.MULTILINE) == ["10001"]
    assert "--require-hashes" in dockerfile
    assert 'CMD ["python", "-m", "bot", "serve"]' in dockerfile


def test_everything_the_image_copies_reaches_the_builder() -> None:
    sent = [line[1:] for line in _read(".dockerignore").splitlines() if line.startswith("!")]
    copied = re.findall(r"^COPY (?!--from)(\S+)", _read("Dockerfile"), re.MULTILINE)
    assert sorted(copied) == sorted(sent)
    assert all((ROOT / name).exists() for name in copied)


@contextmanager
def _answering(status: int) -> Iterator[int]:
    """A web server on loopback whose /healthz answers ``status``; gives its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
def test_the_images_health_check_asks_healthz_and_no_proxy(status: int, healthy: bool) -> None:
    joined = _read("Dockerfile").replace("\\\n", "")
    found = re.search(r"^HEALTHCHECK .*?CMD (\[.*\])$", joined, re.MULTILINE)
    assert found
    _python, *arguments = json.loads(found[1])
    with _answering(status) as port:
        environment = {"YIZHENG_PORT": str(port), "http_proxy": "http://127.0.0.1:1"}
        done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True)
    assert (done.returncode == 0) is healthy


def test_the_licence_is_the_apache_licence_the_project_names() -> None:
    assert tomllib.loads(_read("pyproject.toml"))["project"]["license"] == "Apache-2.0"
    text = _read("LICENSE")
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
