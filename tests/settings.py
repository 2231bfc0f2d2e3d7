"""Goldthread's settings in a home of their own, shared by the worker processes of one run and removed at its end."""

import atexit
import os
import shutil
import tempfile

HOME = "GOLDTHREAD_HOME"
OF_THIS_RUN = "GOLDTHREAD_TEST_HOME"

if OF_THIS_RUN not in os.environ:
    os.environ[OF_THIS_RUN] = tempfile.mkdtemp(prefix="goldthread-tests-")
    os.chmod(os.environ[OF_THIS_RUN], 0o711)
    atexit.register(shutil.rmtree, os.environ[OF_THIS_RUN], ignore_errors=True)
os.environ[HOME] = os.environ[OF_THIS_RUN]
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's event loop runs in the thread that asks the database

from goldthread.running import home  # noqa: E402
from goldthread.settings import *  # noqa: E402, F403
from goldthread.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

DATABASES["default"]["OPTIONS"].pop("pool")
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(exist_ok=True)
# Each worker process of a run has a database of its own, in which loads bear the same numbers as in the others'.
MEDIA_ROOT = home.private_folder(f"uploads-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
