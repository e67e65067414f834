from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "fairview.notifications"
    label = "notifications"
