from fairview.kit.errors import FairviewError


class CsrfFailed(FairviewError):
    code = "csrf_failed"
    status = 403
    sentence = "This page has been open for too long. Load it again and repeat the last step."


class EmailTaken(FairviewError):
    code = "email_taken"
    status = 409
    sentence = "There is already an account with this e-mail address."


class PasswordTooWeak(FairviewError):
    code = "password_too_weak"
    status = 422
    sentence = "Choose a password of at least 12 characters that is not a common one."


class TokenInvalid(FairviewError):
    code = "token_invalid"
    status = 401
    sentence = (
        "This token is unknown, was revoked, or has expired. Send a valid one as `Authorization: Bearer …`."
    )


class TokenPast(FairviewError):
    code = "token_past"
    status = 422
    sentence = "A token must expire in the future."


class LogoTooLarge(FairviewError):
    code = "logo_too_large"
    status = 413
    sentence = "The picture is larger than {limit_mb} MB. Save it smaller and choose it again."


class LogoUnreadable(FairviewError):
    code = "logo_unreadable"
    status = 422
    sentence = "Choose a PNG, WebP or JPEG picture with sides of {smallest} to {largest} pixels."
