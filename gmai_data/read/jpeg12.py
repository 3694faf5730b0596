"""Frames in JPEG Extended with 12 bits, which pydicom gives to no decoder that is installed.

GDCM decodes them to within one grey level of libjpeg (ISO/IEC 10918-1 allows the inverse DCT that
much freedom); pydicom's way to it stops at 8 bits.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

EXTENDED: Final = "1.2.840.10008.1.2.4.51"


def is_extended12(header: Any) -> bool:
    """Whether the pixels are grey values of more than 8 bits in JPEG Extended."""
    return (
        str(getattr(header.file_meta, "TransferSyntaxUID", "")) == EXTENDED
        and int(header.get("BitsStored", 8) or 8) > 8
        and int(header.get("BitsAllocated", 16) or 16) == 16
        and int(header.get("SamplesPerPixel", 1) or 1) == 1
    )


def decode_extended12(header: Any, index: int, count: int) -> NDArray[Any]:
    """One frame (rows, columns) as stored.

    Raises:
        ValueError: the decoder gives no picture of the declared size.
    """
    import gdcm
    from pydicom.encaps import get_frame

    rows, columns, bits = int(header.Rows), int(header.Columns), int(header.BitsStored)
    signed = int(header.get("PixelRepresentation", 0) or 0)
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(get_frame(header.PixelData, index, number_of_frames=count))
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((columns, rows, 1))
    image.SetDataElement(element)
    kind = gdcm.PhotometricInterpretation.GetPIType("MONOCHROME2")
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(kind))
    syntax = gdcm.TransferSyntax.GetTSType(EXTENDED)
    image.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    image.SetPixelFormat(gdcm.PixelFormat(1, 16, bits, bits - 1, signed))
    data = (image.GetBuffer() or "").encode("utf-8", "surrogateescape")  # GDCM's char* is text
    if len(data) != rows * columns * 2:
        raise ValueError(f"{len(data)} bytes for {columns} x {rows} pixels")
    return np.frombuffer(data, np.int16 if signed else np.uint16).reshape(rows, columns)
