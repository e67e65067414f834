from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "fairview.accounts"
    label = "accounts"
