"""The files handed out by Spark: each task is a process of its own somewhere, and runs the same function on one file.

Spark moves nothing but names of files and short answers. Its workers get `law`, `clock` and `duties` as one archive; they
need Python with duckdb, holidays and pyyaml, and must see both folders under the same path as this machine does.
"""

import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from os import environ
from pathlib import Path
from threading import Thread
from typing import Any

import goldthread
from goldthread.duties.replay.events import Refused
from goldthread.duties.replay.share import Share
from goldthread.duties.replay.workers import Answer, Item

ROOMS = ("law", "clock", "duties")
_TELLING, _THEIRS = re.compile(r"[\w.]*(Error|Exception): \S"), ("org.apache.spark", "py4j")
_LOOKS = 0.2  # seconds between two looks at what is finished


class Spark:
    """A cluster by its address, or `local[N]` to have N processes on this machine. Each task has one thread."""

    def __init__(self, address: str, megabytes: int) -> None:
        self._aside = tempfile.TemporaryDirectory(prefix="goldthread-", ignore_cleanup_errors=True)
        self.share = Share(1, megabytes, self._aside.name)
        try:
            self._context = _context(address, archive(Path(self._aside.name)))
        except BaseException:
            self._aside.cleanup()
            raise
        self.number = int(self._context.defaultParallelism)

    def each(self, work: Callable[[Item], Answer], items: Sequence[Item]) -> Iterator[Answer]:
        """Answers come in as tasks end: Spark adds those of each task once, also where it had to be tried again."""
        if not items:
            return
        answers = self._context.accumulator([], _in_a_list())
        failed: list[BaseException] = []
        job = Thread(target=_run, args=(self._context, work, items, answers, failed), daemon=True)
        job.start()
        given = 0
        while job.is_alive() or given < len(answers.value):
            job.join(_LOOKS)
            ready = answers.value[given:]
            given += len(ready)
            yield from ready
        if failed:
            raise Refused(
                f"The cluster broke off: {_reason(failed[0])}. What is finished is kept: start again."
            ) from failed[0]

    def close(self) -> None:
        """Let the cluster go."""
        self._context.stop()
        self._aside.cleanup()


def archive(folder: Path) -> Path:
    """The rooms that a worker needs, and nothing else of Goldthread, as an archive that Python imports from."""
    package, made = Path(goldthread.__file__).parent, folder / "goldthread-duties.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        out.write(package / "__init__.py", "goldthread/__init__.py")
        for room in ROOMS:
            for file in sorted((package / room).rglob("*.py")):
                out.write(file, f"goldthread/{file.relative_to(package)}")
    return made


def _context(address: str, code: Path) -> Any:
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise Refused(
            "Spark is not installed here: install requirements-cluster.txt, or leave out --cluster."
        ) from error
    if not (shutil.which("java") or environ.get("JAVA_HOME")):
        raise Refused("Spark needs Java 17 or newer, and there is none here: install it, or leave out --cluster.")
    settings = SparkConf().setMaster(address).setAppName("goldthread replay")
    settings.setIfMissing("spark.ui.enabled", "false").setIfMissing("spark.ui.showConsoleProgress", "false")
    settings.setIfMissing("spark.log.level", "OFF")  # what is wrong is told in a sentence
    if address.startswith("local"):
        environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        context = SparkContext.getOrCreate(settings)
        context.addPyFile(str(code))
    except Exception as error:
        raise Refused(
            f"The cluster {address} cannot be reached: {_reason(error)}. Check its address and that it runs."
        ) from error
    return context


def _run(
    context: Any, work: Callable[[Item], Answer], items: Sequence[Item], answers: Any, failed: list[BaseException]
) -> None:
    try:
        context.parallelize(list(items), len(items)).foreach(lambda item: answers.add([work(item)]))
    except Exception as error:  # told by the thread that asks
        failed.append(error)


def _in_a_list() -> Any:
    from pyspark.accumulators import AccumulatorParam

    class InAList(AccumulatorParam):  # type: ignore
        def zero(self, value: list[Any]) -> list[Any]:
            return []

        def addInPlace(self, value1: list[Any], value2: list[Any]) -> list[Any]:  # Spark's own name
            value1.extend(value2)
            return value1

    return InAList()


def _reason(error: BaseException) -> str:
    """The line of a long report that says what was wrong."""
    lines = [line.strip().rstrip(".") for line in str(error).splitlines() if line.strip()]
    telling = [line for line in lines if _TELLING.match(line) and not line.startswith(_THEIRS)]
    return (telling or lines or [type(error).__name__])[0]
