"""Runs the command line within the test, and gives back what it wrote."""

from click.testing import CliRunner, Result

from path_planner.cli import COMMAND_LINE


def run(*arguments: object, **environment: str) -> Result:
    """Run the command line; what it does not expect ends the test."""
    runner = CliRunner(env=environment, catch_exceptions=False)
    return runner.invoke(COMMAND_LINE, [str(argument) for argument in arguments])


def succeed(*arguments: object) -> str:
    """Run what must go well without a complaint, and return what it prints."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def fail(*arguments: object, status: int = 1) -> str:
    """Run what must fail, and return its complaint: one line that names the program."""
    result = run(*arguments)
    assert result.exit_code == status
    assert result.stderr.startswith("path-planner: ")
    assert result.stderr.count("\n") == 1
    return result.stderr
