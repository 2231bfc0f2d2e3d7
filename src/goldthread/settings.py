"""Django's settings. What differs between machines comes from the environment:

DATABASE_URL, SECRET_KEY, GOLDTHREAD_HOME, GOLDTHREAD_HOSTS (names the site answers to, separated by commas),
GOLDTHREAD_HTTPS (1 where a proxy in front speaks HTTPS), GOLDTHREAD_HSTS (for how many days browsers keep to HTTPS: 365; "with
subdomains" after the number, such as "365 with subdomains"), GOLDTHREAD_PROXIES (how many proxies in front name the caller: 0),
GOLDTHREAD_SECOND_FACTOR ("required", "offered", "off", or "required for administrator, director"; required under HTTPS and
otherwise offered), GOLDTHREAD_OIDC_… (single sign-on: see running/oidc.py), GOLDTHREAD_OIDC_FACTOR ("theirs" where the provider
asks for the second factor, "ours" where we do), GOLDTHREAD_AUTHORITY (the name beside ours), GOLDTHREAD_UNDER_18
(how many people under 18 live in its area, for rates), GOLDTHREAD_NOW (a fixed clock), GOLDTHREAD_HOOKS_INSIDE
(private networks in which webhooks may be told, such as 10.2.0.0/16, separated by commas), GOLDTHREAD_LOG (json, plain or full),
GOLDTHREAD_METRICS (loopback or a token), GOLDTHREAD_DISK_MB (room on the disk below which it is not ready),
GOLDTHREAD_PATIENCE (seconds that a page waits for the database), GOLDTHREAD_ROW_SECURITY (0: pages act as the owner of
the tables, and not in the role that sees what the database's own rules show the acting person).
"""

import os
import time

from goldthread.record.acting import forget
from goldthread.running import database, home, logs, oidc

SECRET_KEY = home.secret_key()
DEBUG = False
GOLDTHREAD_ROW_SECURITY = os.environ.get("GOLDTHREAD_ROW_SECURITY", "1") != "0"  # pages act in the role that decision 27 describes
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
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "goldthread.people",
    "goldthread.record",
    "goldthread.measures",
    "goldthread.inspection",
    "goldthread.exchange",
]

MIDDLEWARE = [
    "goldthread.web.watching.watched",  # the outermost: health is asked without a host, a sign-in or HTTPS
    "django.middleware.security.SecurityMiddleware",
    "goldthread.web.middleware.policy",  # before all that answers by itself
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goldthread.web.turning.pages_in_order",
    "goldthread.web.middleware.clock",
    "goldthread.web.middleware.not_too_much",  # before anything reads what was sent
    "goldthread.web.middleware.acts",
    "goldthread.web.recording.audited",
    "goldthread.web.api.problems.in_json",
    "goldthread.web.api.caller.with_counts",
    "goldthread.web.middleware.stay_signed_in",
    "goldthread.web.middleware.calm_when_the_database_is_away",
    "goldthread.web.middleware.in_words",
    "goldthread.web.drafts.lapse.keep_words",
    "goldthread.web.factors.before_anything_else",
    "goldthread.web.invited.only_on_invited_days",
    "goldthread.web.presses.once.once",  # the innermost: it runs the view
]

ROOT_URLCONF = "goldthread.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["goldthread.web.templatetags.gt_once"],  # a form's number goes with its token
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
        {
            "prepare_threshold": 2, "server_side_binding": True,
            "pool": {"min_size": 1, "max_size": 8, "timeout": 10, "reconnect_timeout": 3, "reset": forget},
        },
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
# Long and not guessable, and nothing else: rules of composition and changing by the calendar make passwords worse (NCSC).
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("username", "name", "email")}},
    {"NAME": "goldthread.people.passwords.Guessable"},  # Django's list of common ones, also where one of them was made longer
]
ACCOUNT_ADAPTER = "goldthread.web.signing_in.Adapter"
ACCOUNT_FORMS = {"login": "goldthread.web.signing_in.Login"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# A name that was tried ten times with a wrong password waits, whether anybody has it or not, and so does a network.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "30/m/ip,10/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("GOLDTHREAD_PROXIES", "0"))
USERSESSIONS_TRACK_ACTIVITY = False
GOLDTHREAD_SECOND_FACTOR = os.environ.get("GOLDTHREAD_SECOND_FACTOR", "required" if HTTPS else "offered")
MFA_ADAPTER = "goldthread.web.factors.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = GOLDTHREAD_SECOND_FACTOR != "off"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody is known here by an address they added themselves
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_PROVIDERS = oidc.providers(os.environ)
SOCIALACCOUNT_ADAPTER = "goldthread.web.single.matching.Matching"
SOCIALACCOUNT_LOGIN_ON_GET = True
GOLDTHREAD_OIDC_FACTOR = os.environ.get("GOLDTHREAD_OIDC_FACTOR", "theirs")
LOGIN_REDIRECT_URL = "/"
LOGIN_URL = "account_login"

GOLDTHREAD_AUTHORITY = os.environ.get("GOLDTHREAD_AUTHORITY", "")
GOLDTHREAD_UNDER_18 = int(os.environ.get("GOLDTHREAD_UNDER_18", "0")) or None  # without it a rate has no value
GOLDTHREAD_NOW = os.environ.get("GOLDTHREAD_NOW", "")  # goldthread.web.clockwork says how it is read
GOLDTHREAD_BEGAN = float(os.environ.setdefault("GOLDTHREAD_BEGAN", str(time.time())))  # one start for all processes
GOLDTHREAD_HOOKS_INSIDE = [n for n in os.environ.get("GOLDTHREAD_HOOKS_INSIDE", "").split(",") if n]  # private networks a webhook may be in
CSRF_FAILURE_VIEW = "goldthread.web.drafts.lapse.csrf_failed"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
GOLDTHREAD_HOME = home.home()
STATIC_ROOT = home.home() / "static"
MEDIA_ROOT = home.private_folder("uploads")
LOGS = home.private_folder("logs")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 2000  # a folder with the returns of many years and places
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry children's names

SESSION_ENGINE = "goldthread.web.sessions"
SESSION_LONGEST = 12 * 60 * 60  # seconds after which everybody signs in again
SESSION_COOKIE_AGE = 60 * 60  # idle seconds, put off by middleware.stay_signed_in; what was being typed outlives the session
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
if HTTPS:  # a browser takes a cookie of such a name only over HTTPS, from this host and for all of it
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SECURE_SSL_REDIRECT = HTTPS
HSTS_DAYS, _, HSTS_MORE = os.environ.get("GOLDTHREAD_HSTS", "365").strip().partition(" ")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * int(HSTS_DAYS) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HSTS_MORE == "with subdomains"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
LOGGING = logs.configuration()

# Numbers for Prometheus: off, "loopback" for this machine alone, or a token. Every process counts in files of its own.
GOLDTHREAD_METRICS = os.environ.get("GOLDTHREAD_METRICS", "")
if GOLDTHREAD_METRICS:
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(home.private_folder("metrics")))
