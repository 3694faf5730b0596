"""MoNuSeg: ImageScope outlines in a folder beside the tissue, and in the same folder in test."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=3,
    subjects=3,
    splits={"test": 1, "train": 2},
    names=("nucleus",),
)
XML = """\
<?xml version="1.0" encoding="utf-8"?>
<Annotations MicronsPerPixel="0.252000">
 <Annotation Id="1" Name="" ReadOnly="0" Type="4" LineColor="65280" Visible="1" Selected="1">
  <Attributes><Attribute Name="Description" Id="0" Value=""/></Attributes>
  <Regions>
   <RegionAttributeHeaders><AttributeHeader Id="9999" Name="Region"/></RegionAttributeHeaders>
   <Region Id="1" Type="0" Zoom="0.5" Selected="0" Analyze="0" Length="40" Area="100">
    <Attributes/>
    <Vertices><Vertex X="8.5" Y="8.0" Z="0"/><Vertex X="20.5" Y="8.0" Z="0"/>\
<Vertex X="20.5" Y="18.0" Z="0"/><Vertex X="8.5" Y="18.0" Z="0"/></Vertices>
   </Region>
   <Region Id="2" Type="0" Zoom="0.5" Selected="0" Analyze="0" Length="40" Area="100">
    <Attributes/>
    <Vertices><Vertex X="40" Y="30" Z="0"/><Vertex X="56" Y="30" Z="0"/>\
<Vertex X="56" Y="44" Z="0"/><Vertex X="40" Y="44" Z="0"/></Vertices>
   </Region>
  </Regions>
  <Plots/>
 </Annotation>
</Annotations>
"""
TRAIN = ("TCGA-A7-A13E-01Z-00-DX1", "TCGA-18-5592-01Z-00-DX1")
TEST = "TCGA-2Z-A9J9-01A-01-TS1"


def make(root: Path) -> None:
    train, test = root / "MoNuSeg 2018 Training Data", root / "MoNuSegTestData"
    for name in TRAIN:
        fake_image(train / "Tissue Images" / f"{name}.tif", (64, 64))
        write_text(train / "Annotations" / f"{name}.xml", XML)
    fake_image(test / f"{TEST}.tif", (64, 64))
    write_text(test / f"{TEST}.xml", XML)
