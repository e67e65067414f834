"""Why a detector is left out."""

from fairview.kit.errors import FairviewError


class DetectorUnfit(FairviewError):
    """`problem` says in a clause what does not fit."""

    code = "detector_unfit"
    status = 422
    sentence = "{file} cannot be used as an object detector: {problem}."

    @property
    def problem(self) -> str:
        return str(self.params["problem"])
