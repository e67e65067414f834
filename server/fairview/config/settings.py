"""Settings, from the environment alone (docs/operations/settings.md lists every variable)."""

from pathlib import Path
from urllib.parse import urlsplit

from fairview.config.keys import load_or_create
from fairview.config.mail import TIMEOUT_S, MailProvider, mail_settings
from fairview.config.sms import sms_settings
from fairview.kit import env
from fairview.kit.languages import SOURCE

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(env.text("FAIRVIEW_DATA", str(ROOT / "var"))).resolve()
KEYS = DATA / "keys"
DETECTORS = DATA / "detectors"
WEB_DIST = ROOT / "web" / "dist"
MODELS = ROOT / "models" / "build"
DATA.mkdir(parents=True, exist_ok=True)

PORT = env.number("PORT", 4000)
ORIGIN = env.text("FAIRVIEW_ORIGIN", f"http://localhost:{PORT}").rstrip("/")
ORIGIN_HOST = urlsplit(ORIGIN).hostname or "localhost"
IS_LOCAL = ORIGIN_HOST in {"localhost", "127.0.0.1"}
IS_HTTPS = ORIGIN.startswith("https://")
ORIGINS = [ORIGIN, *([f"http://127.0.0.1:{PORT}", f"http://localhost:{PORT}"] if IS_LOCAL else [])]

SECRET_KEY = env.text("FAIRVIEW_SECRET_KEY") or load_or_create(KEYS / "secret_key")
DEBUG = env.flag("FAIRVIEW_DEBUG")
ALLOWED_HOSTS = [ORIGIN_HOST, *(["localhost", "127.0.0.1"] if IS_LOCAL else [])]
CSRF_TRUSTED_ORIGINS = ORIGINS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "django_tasks",
    "django_tasks_db",
    "fairview.audit",
    "fairview.accounts",
    "fairview.notifications",
    "fairview.candidates",
    "fairview.scheduling",
    "fairview.rooms",
    "fairview.coding",
    "fairview.reports",
    "fairview.integrations",
    "fairview.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "fairview.accounts.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "fairview.accounts.middleware.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "fairview.config.urls"
ASGI_APPLICATION = "fairview.config.asgi.app"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}}]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "desk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
UPLOAD_LIMIT_MB = env.number("FAIRVIEW_UPLOAD_LIMIT_MB", 50)
EVIDENCE_DATABASE: Path | str = env.text("FAIRVIEW_EVIDENCE_DATABASE") or DATA / "evidence.sqlite3"
"""A file, or the address of a PostgreSQL database."""
REDIS_URL = env.text("FAIRVIEW_REDIS_URL")
"""Where the web processes of one deployment hear of each other. Empty: there is only one."""
SESSION_KEYS = KEYS / "sessions.sqlite3"
"""What packed words are locked with. Kept apart from backups of the data: see docs/operations."""
SIGNING_KEY = KEYS / "signing.pem"
TIMESTAMP_URL = env.text("FAIRVIEW_TIMESTAMP_URL")
"""An RFC 3161 authority that stamps seals; without it they stand unstamped."""
RUNNER_TOKEN = env.text("FAIRVIEW_RUNNER_TOKEN") or load_or_create(KEYS / "runner_token")
"""What a code runner shows; the embedded one reads the same file."""
RUN_BACKLOG = env.number("FAIRVIEW_RUN_BACKLOG", 300)
RUN_BACKLOG_OF_ROOM = env.number("FAIRVIEW_RUN_BACKLOG_OF_ROOM", 6)
"""How many runs may wait, of all rooms and of one."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
ACCOUNT_ADAPTER = "fairview.accounts.adapter.ClosedSignupAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
"""`key` is the account: after five wrong passwords it opens to nobody for five minutes."""
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_reset_password": f"{ORIGIN}/sign-in",
    "account_reset_password_from_key": f"{ORIGIN}/sign-in?key={{key}}",
    "account_signup": f"{ORIGIN}/sign-in",
}

SESSION_COOKIE_NAME = "fairview_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_IDLE_AGE = 4 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("FAIRVIEW_BEHIND_PROXY") else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W004", "security.W008"]
"""Frames and strict transport security are headers of Starlette's (`pages.py`); http is led to https by the
proxy, for only the proxy reaches this process."""

OWNER_EMAIL = env.text("FAIRVIEW_OWNER_EMAIL")
ORGANISATION_NAME = env.text("FAIRVIEW_ORGANISATION", "My organisation")
ORGANISATION_ZONE = env.text("FAIRVIEW_ZONE", "UTC")
ORGANISATION_LANGUAGE = env.text("FAIRVIEW_LANGUAGE", SOURCE)
"""What an empty desk begins with (`owner.py`)."""

LANGUAGE_CODE = SOURCE
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

MAIL_FROM = env.text("FAIRVIEW_MAIL_FROM", f"Fairview <no-reply@{ORIGIN_HOST}>")
DEFAULT_FROM_EMAIL = MAIL_FROM
MAIL = mail_settings(
    env.text("FAIRVIEW_SMTP_URL"),
    env.text("FAIRVIEW_MAIL_PROVIDER"),
    env.text("FAIRVIEW_MAIL_KEY"),
    env.words("FAIRVIEW_MAIL_OPTIONS"),
)
"""None without a mail server or provider: messages then stay in the outbox, which the product shows."""
if isinstance(MAIL, MailProvider):
    EMAIL_BACKEND, ANYMAIL = MAIL.backend, MAIL.settings
elif MAIL:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
    EMAIL_TIMEOUT = TIMEOUT_S
SMS = sms_settings(
    env.text("FAIRVIEW_TWILIO_SID"),
    env.text("FAIRVIEW_TWILIO_TOKEN"),
    env.text("FAIRVIEW_TWILIO_FROM"),
    env.text("FAIRVIEW_TWILIO_API"),
)
"""None without FAIRVIEW_TWILIO_SID: text messages then stay in the outbox too."""

TURN_URLS = env.words("FAIRVIEW_TURN_URLS")
TURN_SECRET = env.text("FAIRVIEW_TURN_SECRET")
STUN_URLS = env.words("FAIRVIEW_STUN_URLS")
RELAY_ONLY = env.flag("FAIRVIEW_RELAY_ONLY", default=bool(TURN_URLS))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("FAIRVIEW_LOG_LEVEL", "WARNING")},
}
