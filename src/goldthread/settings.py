"""Django's settings. What differs between machines comes from the environment:

DATABASE_URL, SECRET_KEY, GOLDTHREAD_HOME, GOLDTHREAD_HOSTS (names the site answers to, separated by commas),
GOLDTHREAD_HTTPS (1 where a proxy in front speaks HTTPS), GOLDTHREAD_AUTHORITY (the name beside ours), GOLDTHREAD_UNDER_18
(how many people under 18 live in its area, for rates), GOLDTHREAD_NOW (a fixed clock).
"""

import os
import time

from goldthread.running import database, home

SECRET_KEY = home.secret_key()
DEBUG = False
HTTPS = os.environ.get("GOLDTHREAD_HTTPS") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *filter(None, os.environ.get("GOLDTHREAD_HOSTS", "").split(","))]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "goldthread.web",  # before allauth, so that its sign-in page is ours
    "allauth",
    "allauth.account",
    "django_htmx",
    "goldthread.people",
    "goldthread.record",
    "goldthread.measures",
    "goldthread.inspection",
    "goldthread.exchange",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldthread.web.middleware.policy",
    "goldthread.web.middleware.clock",
    "goldthread.web.middleware.stay_signed_in",
    "goldthread.web.middleware.calm_when_the_database_is_away",
    "goldthread.web.middleware.in_words",
    "goldthread.web.drafts.lapse.keep_words",
    "goldthread.web.invited.only_on_invited_days",
]

ROOT_URLCONF = "goldthread.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goldthread.web.context.page",
            ],
        },
    }
]

# Prepared on their second use: planning a query costs more than running it. That needs parameters bound by the server.
# Asked whether they live before each use, so that a database that was started again is no error on anybody's page.
DATABASES = {
    "default": database.django_database(
        database.address(),
        {"prepare_threshold": 2, "server_side_binding": True, "pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    )
    | {"CONN_HEALTH_CHECKS": True}
}
# In the database, because every process that serves pages must count the same attempts to sign in.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Apart, so that many kept figures never push out how often somebody tried to sign in.
    "figures": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "figures_kept", "TIMEOUT": 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}  # fmt: skip
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Worker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
ACCOUNT_ADAPTER = "goldthread.web.signing_in.Adapter"
ACCOUNT_FORMS = {"login": "goldthread.web.signing_in.Login"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"

GOLDTHREAD_AUTHORITY = os.environ.get("GOLDTHREAD_AUTHORITY", "")
GOLDTHREAD_UNDER_18 = int(os.environ.get("GOLDTHREAD_UNDER_18", "0")) or None  # without it a rate has no value
GOLDTHREAD_NOW = os.environ.get("GOLDTHREAD_NOW", "")  # goldthread.web.clockwork says how it is read
GOLDTHREAD_BEGAN = float(os.environ.setdefault("GOLDTHREAD_BEGAN", str(time.time())))  # one start for all processes
CSRF_FAILURE_VIEW = "goldthread.web.drafts.lapse.csrf_failed"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = home.home() / "static"
MEDIA_ROOT = home.private_folder("uploads")
LOGS = home.private_folder("logs")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry children's names

SESSION_COOKIE_AGE = 60 * 60  # idle seconds, put off by middleware.stay_signed_in; what was being typed outlives the session
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
