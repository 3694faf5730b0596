"""SEG.A 2023 / AVT: the aorta with its branches on CT angiography from three sources.

Scans of KiTS and RIDER are stored 1000 above HU, those of Dongyang in HU; a scan whose values
contradict that is refused. One value takes in the aorta and its branches. K cases are patients of
KiTS19, R cases of RIDER Lung CT; some RIDER folders have extra words.
"""

from gmai_data import Files, Layout, Mask, Source

ABOVE_HU = "HU-1000"

SOURCE = Source(
    name="seg-a-avt",
    title="SEG.A 2023 / AVT (aortic vessel tree)",
    version="1.0.0",
    homepage="https://multicenteraorta.grand-challenge.org/",
    license="CC-BY-4.0",
    access="open",
    redistribution=True,
    commercial=True,
    derived_from=("kits19", "rider-lungct-seg"),
    modality="CT",
    anatomy=("aorta",),
    department="Cardiovascular Surgery",
    sequence="CT angiography",
    cite="Radl et al., Data in Brief 2022, doi:10.1016/j.dib.2022.107801",
    subject="{case}",
    labels=[Mask("{set}/{folder}/{case}.seg.nrrd", names={1: "aortic vessel tree"})],
    parts=(
        Layout("kits", cases=Files("{set:KiTS|KITS}/{folder}/{case}.nrrd"), intensity=ABOVE_HU),
        Layout("rider", cases=Files("{set:Rider}/{folder}/{case}.nrrd"), intensity=ABOVE_HU),
        Layout("dongyang", cases=Files("{set:Dongyang}/{folder}/{case}.nrrd"), intensity="HU"),
    ),
    evidence=(
        "https://github.com/zhaoziheng/SAT-DS processor.py",
        "https://github.com/constantinpape/torch-em torch_em/data/datasets/medical/sega.py",
        "https://github.com/openmedlab/Awesome-Medical-Dataset resources/SEG.A.md",
    ),
    verified="loader",
)
