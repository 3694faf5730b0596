"""MoNuSAC: ImageScope outlines, a layer per class named by an attribute, slides beside tiles."""

from pathlib import Path

from gmai_data.testing import Expected, fake_image, write_text

EXPECTED = Expected(
    cases=3,
    subjects=2,
    splits={"test": 1, "train": 2},
    annotations={"mask": 3},
    names=("epithelial cell", "lymphocyte", "neutrophil"),
)
REGION = """   <Region Id="{id}" Type="0" Zoom="1" Selected="0" Analyze="1" Length="40" Area="100">
    <Attributes/>
    <Vertices><Vertex X="{x1}" Y="8" Z="0"/><Vertex X="{x2}" Y="8" Z="0"/>\
<Vertex X="{x2}" Y="20" Z="0"/><Vertex X="{x1}" Y="20" Z="0"/></Vertices>
   </Region>
"""
LAYER = """ <Annotation Id="{id}" Name="" ReadOnly="0" Type="4" LineColor="{colour}" Visible="1">
  <Attributes><Attribute Name="{name}" Id="0" Value=""/></Attributes>
  <Regions>
   <RegionAttributeHeaders><AttributeHeader Id="9999" Name="Region"/></RegionAttributeHeaders>
{regions}  </Regions>
  <Plots/>
 </Annotation>
"""
TILES = (
    ("train", "TCGA-5P-A9K0-01Z-00-DX1", 1, ("Epithelial", "Lymphocyte")),
    ("train", "TCGA-5P-A9K0-01Z-00-DX1", 2, ("Epithelial", "Neutrophil")),
    ("test", "TCGA-2Z-A9JG-01Z-00-DX1", 1, ("Macrophage", "Ambiguous")),
)
FOLDERS = {
    "train": "MoNuSAC_images_and_annotations",
    "test": "MoNuSAC Testing Data and Annotations",
}


def _page(names: tuple[str, ...]) -> str:
    layers = ""
    for n, name in enumerate(names):
        marks = "".join(
            REGION.format(id=k + 1, x1=6 + 40 * n + 16 * k, x2=18 + 40 * n + 16 * k)
            for k in range(2)
        )
        layers += LAYER.format(id=n + 1, colour=255 << 8 * n, name=name, regions=marks)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<Annotations MicronsPerPixel="0.2500">\n'
    return f"{head}{layers}</Annotations>\n"


def make(root: Path) -> None:
    for split, slide, k, names in TILES:
        folder = root / FOLDERS[split] / slide
        fake_image(folder / f"{slide}_{k}.tif", (96, 40))
        write_text(folder / f"{slide}_{k}.xml", _page(names))
        (folder / f"{slide}_{k}.svs").write_bytes(b"the same tile as a slide; not read")
