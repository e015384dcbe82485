"""Work that no dask worker survives."""

import os
import signal


def answer(question, bundle, home):
    os.kill(os.getpid(), signal.SIGKILL)
