"""Bytes that a browser sent are let go of, those of this file alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from pages.shared import uploads


def test_a_file_is_held_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others of the same reader, and those of others, are."""
    manager = MemoryUploadedFileManager("/upload")
    files = [UploadedFileRec(str(number), f"{number}.txt", "text/plain", b"x") for number in range(3)]
    for session, file in (("mine", files[0]), ("mine", files[1]), ("another", files[2])):
        manager.add_file(session, file)
    context = SimpleNamespace(uploaded_file_mgr=manager, session_id="mine")
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: context)
    uploads.let_go(UploadedFile(files[0], FileURLs()))
    held = [[file.file_id for file in manager.get_files(session, "012")] for session in ("mine", "another")]
    assert held == [["1"], ["2"]]
