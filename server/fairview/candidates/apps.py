from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "fairview.candidates"
    label = "candidates"
