from fairview.kit.errors import FairviewError


class CandidateExists(FairviewError):
    code = "candidate_exists"
    status = 409
    sentence = "There is already a candidate with this e-mail address."


class CandidateHasInterviews(FairviewError):
    code = "candidate_has_interviews"
    status = 409
    sentence = "This candidate has interviews and cannot be deleted."
