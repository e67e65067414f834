"""What can be wrong with a policy."""

from fairview.kit.errors import FairviewError


class PolicyUnknown(FairviewError):
    code = "policy_unknown"
    status = 404
    sentence = "There is no policy {reference}. The installed ones are: {known}."


class PolicyUnreadable(FairviewError):
    code = "policy_unreadable"
    status = 422
    sentence = "{file} cannot be read as a policy: {problem}"


class PolicyInvalid(FairviewError):
    """`place` is the path of the field, as `rules.look_away.cap`."""

    code = "policy_invalid"
    status = 422
    sentence = "This policy cannot be used. At {place}: {problem}"
