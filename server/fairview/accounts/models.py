from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from fairview.accounts.contracts import Role
from fairview.audit.contracts import Actor
from fairview.kit.ids import new_id
from fairview.kit.languages import LOCALE_CHOICES, SOURCE


class Organisation(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=64)
    locale = models.CharField(max_length=16, choices=LOCALE_CHOICES, default=SOURCE)
    """What it writes in to those who have chosen nothing else."""
    accent = models.CharField(max_length=7, blank=True)
    """The colour that its pages take, as `#rrggbb`; empty for Fairview's own."""
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Logo(models.Model):
    """An organisation's picture, a PNG. Another picture is another row: what has an id never changes."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="logo")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"


class Users(models.QuerySet["User"]):
    def visible_to(self, actor: Actor) -> "Users":
        """Colleagues, the actor among them."""
        if actor.kind != "staff" or actor.organisation_id is None:
            return self.none()
        return self.filter(membership__organisation_id=actor.organisation_id)


class UserManager(BaseUserManager["User"].from_queryset(Users)):  # type: ignore[misc]
    """Finds people by e-mail for sign-in; accounts are made by `actions.create_member`."""


class User(AbstractBaseUser):
    """A member of staff. The e-mail address is kept in lower case and is unique in the deployment."""

    id = models.UUIDField(primary_key=True, default=new_id)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=64)
    locale = models.CharField(max_length=16, choices=LOCALE_CHOICES, blank=True)
    """Empty until they choose: then it is the organisation's."""
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = UserManager()

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A user's one place of work, with the role they have there."""

    id = models.UUIDField(primary_key=True, default=new_id)
    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="membership")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class ApiTokens(models.QuerySet["ApiToken"]):
    def visible_to(self, actor: Actor) -> "ApiTokens":
        if actor.kind != "staff" or actor.organisation_id is None:
            return self.none()
        return self.filter(organisation_id=actor.organisation_id)


class ApiToken(models.Model):
    """What another program shows to speak for the organisation, known by the hash of its secret."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    """To the minute."""

    objects = ApiTokens.as_manager()

    def __str__(self) -> str:
        return self.name
