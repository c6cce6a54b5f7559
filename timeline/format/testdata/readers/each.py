"""Runs a script beside this one on each of the directories that follow its name, so that Python starts once for all."""
import os, runpy, sys, traceback

script, failed = os.path.join(os.path.dirname(os.path.abspath(__file__)), sys.argv[1]), False
for directory in sys.argv[2:]:
    sys.argv[1:] = [directory]
    try:
        runpy.run_path(script)
    except Exception:
        print(directory, traceback.format_exc(), sep="\n")
        failed = True
sys.exit(failed)
