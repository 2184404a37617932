"""Builds the Python package: the modules of outlay/ and, beside them, the shared library of the C interface.

The library is, in this order: the file $OUTLAY_LIBRARY names; one that was built in this checkout; one that pkg-config
finds; one that is now built here with CMake. Nothing is downloaded.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
LIBRARY = "liboutlay_c.so"


def from_pkg_config():
    try:
        found = subprocess.run(["pkg-config", "--variable=libdir", "outlay_c"], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    library = pathlib.Path(found.stdout.strip() or "/nonexistent") / LIBRARY
    return library if found.returncode == 0 and library.exists() else None


def built_here():
    """The newest one of this checkout's build folders."""
    return max(CHECKOUT.glob(f"build/*/src/{LIBRARY}"), key=lambda path: path.stat().st_mtime, default=None)


def build_now():
    sys.stderr.write("outlay: no library was found, so it is built now; that takes some minutes\n")
    subprocess.run(["cmake", "--preset", "release"], cwd=CHECKOUT, check=True)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "outlay_c"], cwd=CHECKOUT, check=True)
    return built_here()


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        named = os.environ.get("OUTLAY_LIBRARY")
        library = pathlib.Path(named) if named else built_here() or from_pkg_config() or build_now()
        if library is None or not library.exists():
            raise SystemExit(f"outlay: there is no library {library}; name one with OUTLAY_LIBRARY")
        shutil.copyfile(library, pathlib.Path(self.build_lib) / "outlay" / LIBRARY)


class BinaryWheel(bdist_wheel):
    """For this machine, for any Python 3."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


class WithLibrary(Distribution):
    def has_ext_modules(self):
        return True


# What is built on the way does not belong into the checkout.
scratch = tempfile.mkdtemp(prefix="outlay-python.")
os.chdir(HERE)
setup(
    cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": BinaryWheel},
    distclass=WithLibrary,
    options={"build": {"build_base": scratch}, "egg_info": {"egg_base": scratch}, "bdist_wheel": {"bdist_dir": scratch + "/bdist"}},
)
shutil.rmtree(scratch, ignore_errors=True)
