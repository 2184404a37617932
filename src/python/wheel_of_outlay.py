"""Builds the wheel of the Python package (PEP 517): the modules of outlay/ and, beside them, the library of the C interface.

The library is, in this order: the file $OUTLAY_LIBRARY names; one that was built in this checkout; one that pkg-config
finds; one that is now built here with CMake. Python's own library is all that is needed; nothing is downloaded.
"""
import base64
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import sysconfig
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
LIBRARY = "liboutlay_c.so"
EXTRAS = {"columns": ["numpy"], "pandas": ["pandas"], "dask": ["dask[dataframe]", "distributed"]}


def from_pkg_config():
    try:
        found = subprocess.run(["pkg-config", "--variable=libdir", "outlay_c"], capture_output=True, text=True)
    except FileNotFoundError:
        return None
    library = pathlib.Path(found.stdout.strip() or "/nonexistent") / LIBRARY
    return library if found.returncode == 0 and library.exists() else None


def built_here():
    """The newest one of this checkout's build folders; one that is built with sanitizers only loads where they are loaded first."""
    found = [path for path in CHECKOUT.glob(f"build/*/src/{LIBRARY}") if "sanitizer" not in path.parts[-3]]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def build_now():
    sys.stderr.write("outlay: no library was found, so it is built now; that takes some minutes\n")
    subprocess.run(["cmake", "--preset", "release"], cwd=CHECKOUT, check=True)
    subprocess.run(["cmake", "--build", "--preset", "release", "--target", "outlay_c"], cwd=CHECKOUT, check=True)
    return built_here()


def library():
    named = os.environ.get("OUTLAY_LIBRARY")
    found = pathlib.Path(named) if named else built_here() or from_pkg_config() or build_now()
    if found is None or not found.exists():
        raise SystemExit(f"outlay: there is no library {found}; name one with OUTLAY_LIBRARY")
    return found


def version():
    return re.search(r"^project\(outlay VERSION ([\d.]+)", (CHECKOUT / "CMakeLists.txt").read_text(encoding="utf-8"), re.M)[1]


def metadata():
    lines = ["Metadata-Version: 2.1", "Name: outlay", f"Version: {version()}",
             "Summary: Makes announced investments comparable: exact, dated, sourced conversions of the sums that texts state",
             "Classifier: Programming Language :: Python :: 3", "Classifier: Typing :: Typed", "Requires-Python: >=3.9"]
    for extra, packages in EXTRAS.items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {package} ; extra == "{extra}"' for package in packages]
    return "\n".join(lines) + "\n"


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    tag = "py3-none-" + sysconfig.get_platform().replace("-", "_").replace(".", "_")
    info = f"outlay-{version()}.dist-info"
    name = f"outlay-{version()}-{tag}.whl"
    files = {f"outlay/{path.name}": path.read_bytes() for path in sorted((HERE / "outlay").iterdir()) if path.is_file()}
    files[f"outlay/{LIBRARY}"] = library().read_bytes()
    files[f"{info}/METADATA"] = metadata().encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: outlay\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    record = []
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            wheel.writestr(path, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(data)}\n")
        wheel.writestr(f"{info}/RECORD", "".join(record) + f"{info}/RECORD,,\n")
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise SystemExit("outlay: the package is built from a checkout, since the library in it is; there is no source archive")
