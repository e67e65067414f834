from fairview.reports.verifier.command import verify

verify(prog_name="python -m fairview.reports.verifier")
