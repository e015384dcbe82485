"""What the filter answers on both machines, worked out by a reader of its language, since a test runs on one only."""

import errno
import os
import struct

import pytest

from briefgen.confinement import seccomp
from briefgen.confinement.calls import EXAMINED, FORBIDDEN, YOUNGER

MACHINES = pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
NUMBERS = {"x86_64": {"read": 0, "write": 1, "execve": 59}, "aarch64": {"read": 63, "write": 64, "execve": 221}}
OTHER = 0x40000003  # a program of 32 bits


def answer(machine: str, number: int, *arguments: int, audited_as: int | None = None) -> int:
    """Return the error that the filter gives to a call, 0 if it lets it pass."""
    known = seccomp._MACHINES[machine]
    words = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<iIQ6Q", number, known.audited_as if audited_as is None else audited_as, 0, *words)
    program = list(struct.iter_unpack("=HBBI", b"".join(seccomp._program(known))))
    at = value = 0
    while True:
        code, if_so, if_not, operand = program[at]
        at += 1
        if code == 0x06:
            return operand & 0xFFFF if operand != 0x7FFF0000 else 0
        if code == 0x20:
            (value,) = struct.unpack_from("<I", data, operand)
        else:
            test = {0x15: value == operand, 0x35: value >= operand, 0x45: bool(value & operand)}[code]
            at += if_so if test else if_not


def examined(machine: str, call: str, *arguments: int) -> int:
    number = EXAMINED[call][seccomp._MACHINES[machine].column]
    assert number is not None
    return answer(machine, number, *arguments)


@MACHINES
def test_every_forbidden_call_fails(machine):
    numbers = [pair[seccomp._MACHINES[machine].column] for pair in FORBIDDEN.values()]
    assert {answer(machine, number) for number in numbers if number is not None} == {errno.EPERM}


@MACHINES
def test_reading_and_writing_pass_and_starting_a_program_fails(machine):
    answers = {name: answer(machine, number) for name, number in NUMBERS[machine].items()}
    assert answers == {"read": 0, "write": 0, "execve": errno.EPERM}


@MACHINES
def test_a_call_of_another_machine_or_of_the_future_fails(machine):
    assert answer(machine, NUMBERS[machine]["read"], audited_as=OTHER) == errno.EPERM
    assert answer(machine, YOUNGER) == answer(machine, 0x40000000) == errno.ENOSYS


@MACHINES
@pytest.mark.parametrize(
    ("flags", "error"),
    [
        (os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY, 0),
        (os.O_WRONLY, errno.EPERM),
        (os.O_RDWR, errno.EPERM),
        (os.O_RDONLY | os.O_CREAT, errno.EPERM),
        (os.O_RDONLY | os.O_TRUNC, errno.EPERM),
    ],
)
def test_files_are_opened_to_be_read_only(machine, flags, error):
    assert examined(machine, "openat", 0, 0, flags) == error


@MACHINES
def test_threads_start_and_processes_do_not(machine):
    assert examined(machine, "clone", 0x3D0F00) == 0
    assert examined(machine, "clone", 17) == errno.EPERM


@MACHINES
def test_a_process_signals_itself_only(machine):
    for call in ("kill", "tkill", "tgkill"):
        assert examined(machine, call, os.getpid()) == 0
        assert examined(machine, call, os.getppid()) == examined(machine, call, 2**32 - 1) == errno.EPERM


@MACHINES
def test_only_streams_are_paired(machine):
    assert examined(machine, "socketpair", 1, 1 | os.O_CLOEXEC | os.O_NONBLOCK) == 0
    assert examined(machine, "socketpair", 1, 2) == examined(machine, "socketpair", 1, 5) == errno.EPERM
