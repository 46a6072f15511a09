"""Recognising text with RapidOCR: a picture in, pieces of text out, as they read when the card lies upright.

Only the worker imports this file: the libraries behind it come with the extra ``ocr`` and take hundreds of MB.
The models are those inside the wheel, named here so that nothing is ever looked for elsewhere.
"""

from __future__ import annotations

import cmath
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import rapidocr
from PIL import Image, ImageOps
from rapidocr.main import RapidOCRError

from integrations.cards.rows import Corners, Piece

LONGEST = 1280
"""Pixels of the longer side at which a picture is read: on 1600 it takes half as long again and reads no better."""

MOST_PIECES = 100
"""Pieces of text that are read at most, the largest first. A card and its copy have some forty."""

SAMPLE = 4
"""Pieces by which is judged which way up a picture is, the longest first."""

UPRIGHT = 0.9
"""Where it is less sure of a character than this, the words are tried upside down as well."""

TALL = 1.5
"""From here on RapidOCR takes a box for words that run up or down."""

_MODELS = Path(rapidocr.__file__).parent / "models"
_PARAMETERS: dict[str, Any] = {
    "Det.model_path": str(_MODELS / "PP-OCRv6_det_small.onnx"),
    "Rec.model_path": str(_MODELS / "PP-OCRv6_rec_small.onnx"),
    "Global.use_cls": False,
    "Global.use_vertical_padding": False,
    "Global.return_word_box": True,  # brings how sure it is of each character
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # the other cores are the residents'
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Engine:
    """The recogniser, loaded once. Takes a second and 160 MB to load; some 550 MB at work."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._ocr = rapidocr.RapidOCR(params=_PARAMETERS)
        self.read(Image.new("RGB", (320, 320), "white"))  # the models are loaded when first used

    def read(self, picture: Image.Image) -> list[Piece]:
        """The pieces of text in a picture, turned by quarters when it is not upright; none where there is no text."""
        bright = ImageOps.autocontrast(picture.convert("RGB"), cutoff=1)
        pixels = np.ascontiguousarray(np.asarray(bright)[:, :, ::-1])
        boxes, crops = self._detect(pixels)
        quarters = self._quarters(boxes, crops)
        if quarters:
            boxes, crops = self._detect(np.ascontiguousarray(np.rot90(pixels, quarters)))
        largest = sorted(range(len(boxes)), key=lambda place: -crops[place].size)[:MOST_PIECES]
        words = self._recognise([crops[place] for place in largest])
        return [
            Piece(text, confidence, _corners(boxes[place]))
            for place, (text, confidence) in zip(largest, words, strict=True)
        ]

    def _quarters(self, boxes: list[Any], crops: list[Any]) -> int:
        """By how many quarters, against the clock, the picture is to be turned so that its words run to the right."""
        longest = sorted(range(len(boxes)), key=lambda place: -crops[place].shape[1])[:SAMPLE]
        here = self._recognise([crops[place] for place in longest])
        unsure = any(confidence < UPRIGHT for _, confidence in here)
        turned = self._recognise([np.rot90(crops[place], 2) for place in longest]) if unsure else []
        runs = 0j
        for place, (_, confidence), (_, other) in zip(longest, here, turned or here, strict=True):
            runs += _runs(boxes[place]) * (1 if confidence >= other else -1)
        return round(cmath.phase(runs) / (math.pi / 2)) % 4

    def _detect(self, pixels: Any) -> tuple[list[Any], list[Any]]:
        """Where there is text, and the pictures of it, each with its words from left to right."""
        try:
            crops, found = self._ocr.detect_and_crop(pixels, {})
        except RapidOCRError:  # nothing was found
            return [], []
        return list(found.boxes), list(crops)

    def _recognise(self, crops: list[Any]) -> list[tuple[str, float]]:
        if not crops:
            return []
        read = self._ocr.recognize_txt(crops)
        return [(text, _least(text, info.confs)) for text, info in zip(read.txts, read.word_results, strict=True)]


def _least(text: str, sure: list[float]) -> float:
    """How sure of the least sure character; a space between a label and its value is none. For no text there is one
    figure all the same."""
    return min((sureness for char, sureness in zip(text, sure, strict=False) if not char.isspace()), default=0.0)


def _corners(box: Any) -> Corners:
    first, second, third, fourth = ((float(x), float(y)) for x, y in box)
    return first, second, third, fourth


def _runs(box: Any) -> complex:
    """Which way, and how far, the words in a box run if they are upright in what was cut out of it; the imaginary
    part is down. Tall boxes are turned a quarter against the clock when they are cut out."""
    first, second, _, last = (complex(x, y) for x, y in box)
    across, down = second - first, last - first
    return down if abs(down) >= TALL * abs(across) else across
