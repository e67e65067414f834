from django.apps import AppConfig


class RoomsConfig(AppConfig):
    name = "fairview.rooms"
    label = "rooms"
