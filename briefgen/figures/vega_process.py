"""Draws one chart in a process of its own, run as a script: a specification comes in as JSON, an SVG goes out.

The engine holds a JavaScript machine, which is not to share a process with anything, and which a hostile specification
can keep busy for ever or fill with data. Of briefgen it knows how to lock itself in, and nothing else.
"""

import json
import os
import resource
import sys
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # a script does not find the package that it lies in

from briefgen.confinement import enclose
from briefgen.resources import fonts_folder

#: The version of Vega-Lite that specifications are written for, whatever the wheel would take by itself.
VERSION = "6.4"
SECONDS, MEMORY = 20, 1 << 30  # of the processor; of data, since the machine reserves addresses without end


def main() -> None:
    """Write the SVG of the specification on the standard input, or what is wrong with it and return 1."""
    _confine()
    import vl_convert

    order = json.load(sys.stdin)
    vl_convert.register_font_directory(sys.argv[1])
    try:
        svg = vl_convert.vegalite_to_svg(
            order["spec"], vl_version=VERSION, config=order["config"], allowed_base_urls=[]
        )
    except ValueError as error:
        sys.exit(str(error))
    sys.stdout.write(svg)


def _confine() -> None:
    engine = find_spec("vl_convert")
    folders = (engine and engine.submodule_search_locations) or ()
    enclose([fonts_folder(), *map(Path, folders)])  # before the engine has threads, which would stay outside
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))  # the parent's limit is too low for the machine
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file
    os.chdir("/")


if __name__ == "__main__":
    main()
