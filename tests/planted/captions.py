"""Captions as clinicians of each specialty write them, with the facts they rest on.

Home-made, by another hand than the frames of the corpus and without a look at the checker; every
one of them is true of its facts and must pass.
"""

from __future__ import annotations

from typing import Any, Final

from gmai_data.schema import Fact

Row = tuple[Any, ...]  # kind, value, and what qualifies it

CAPTIONS: Final[dict[str, tuple[tuple[Row, ...], str, str]]] = {
    "CT-a": (
        (("modality", "CT"), ("plane", "axial"), ("window", "soft tissue"),
         ("finding", "kidney tumour", ("side", "left"), ("count", "1"), ("size", "34×28", "mm")),
         ("absent", "kidney cyst")),
        "Axial CT slice at a soft-tissue window. A single tumour measuring 34 × 28 mm lies in the"
        " left kidney; no renal cyst is present on this slice.",
        "CT 轴位图像，软组织窗。左肾见一处肿瘤，大小约 34 mm×28 mm，本层面未见肾囊肿。",
    ),
    "CT-b": (
        (("modality", "CT"), ("plane", "coronal"), ("window", "lung"),
         ("organ", "lung", ("side", "both")), ("finding", "pleural effusion", ("side", "right"))),
        "On this coronal lung-window CT both lungs are included, and pleural fluid has collected"
        " on the right.",
        "CT 冠状位肺窗图像，扫描层面包括双肺，右侧胸腔可见积液。",
    ),
    "CT-c": (
        (("modality", "CT"), ("organ", "spleen", ("share", "3.1", "%")), ("organ", "stomach")),
        "This region corresponds to the spleen. On this CT slice it takes up about 3% of the"
        " picture and lies lateral to the stomach.",
        "该区域为脾脏，在这幅 CT 图像中约占画面面积的 3%，位于胃的外侧。",
    ),
    "MR-a": (
        (("modality", "MR"), ("sequence", "FLAIR"), ("plane", "axial"), ("anatomy", "brain"),
         ("finding", "peritumoural oedema", ("side", "right")), ("organ", "frontal lobe")),
        "Axial FLAIR image of the brain: a hyperintense area of peritumoural oedema occupies the"
        " right frontal lobe.",
        "脑部 FLAIR 轴位图像：右侧额叶见瘤周水肿，呈高信号。",
    ),
    "MR-b": (
        (("modality", "MR"), ("sequence", "T2w"), ("plane", "sagittal"),
         ("anatomy", "lumbar spine"), ("organ", "intervertebral disc", ("count", "5")),
         ("absent", "spinal stenosis")),

        "Five lumbar discs are visible on this sagittal T2-weighted image, without spinal"
        " stenosis.",
        "T2WI 矢状位可见 5 个腰椎间盘，未见椎管狭窄。",
    ),
    "MR-c": (
        (("modality", "MR"), ("sequence", "cine"), ("view", "short-axis"),
         ("organ", "left ventricular cavity", ("size", "51", "mm"))),
        "This region is the left ventricular cavity, seen in short axis on a cine MR frame; its"
        " longest diameter is 51 mm.",
        "该区域为左心室腔，取自心脏电影 MR 短轴位，最大径约 51 mm。",
    ),
    "XR-a": (
        (("modality", "X-Ray"), ("view", "PA"), ("anatomy", "chest"),
         ("finding", "pneumothorax", ("side", "left")), ("absent", "pleural effusion"),
         ("absent", "fracture")),
        "Frontal (PA) chest radiograph with a left pneumothorax. Neither pleural effusion nor"
        " fracture is seen.",
        "胸部后前位 X 线片：左侧气胸，未见胸腔积液及骨折征象。",
    ),
    "XR-b": (
        (("modality", "X-Ray"), ("view", "AP"), ("anatomy", "knee"),
         ("organ", "knee", ("side", "right")), ("finding", "osteoarthritis"),
         ("grade", "Kellgren-Lawrence grade 2")),
        "AP view of the right knee. The osteoarthritis corresponds to Kellgren–Lawrence grade 2.",
        "右膝关节前后位片，骨关节炎相当于 Kellgren-Lawrence 2 级。",
    ),
    "XR-c": (
        (("modality", "X-Ray"), ("view", "PA"), ("anatomy", "chest"),
         ("finding", "consolidation", ("side", "right"))),
        "This region of a frontal chest film contains a right-sided consolidation.",
        "该区域位于胸片右侧，可见实变影。",
    ),
    "FU-a": (
        (("modality", "Fundus Photography"), ("sequence", "colour"),
         ("organ", "eye", ("side", "left")), ("finding", "microaneurysm"),
         ("finding", "hard exudate"), ("grade", "moderate nonproliferative diabetic retinopathy")),
        "Colour fundus photograph of the left eye. Microaneurysms and hard exudates are present,"
        " graded as moderate nonproliferative diabetic retinopathy.",
        "左眼眼底彩照：可见微血管瘤及硬性渗出，糖尿病视网膜病变分级为中度非增殖期。",
    ),
    "FU-c": (
        (("modality", "Fundus Photography"), ("organ", "optic disc"), ("organ", "macula")),
        "This region holds the optic disc, nasal to the macula.",
        "该区域为视盘，位于黄斑鼻侧。",
    ),
    "OCT-a": (
        (("modality", "OCT"), ("anatomy", "macula"), ("finding", "diabetic macular oedema"),
         ("finding", "intraretinal fluid")),
        "Macular OCT B-scan showing intraretinal fluid in diabetic macular oedema.",
        "黄斑区 OCT B 扫描图像：可见视网膜内液，为糖尿病性黄斑水肿。",
    ),
    "OCT-b": (
        (("modality", "OCT"), ("normal", "normal"), ("absent", "subretinal fluid"),
         ("absent", "intraretinal fluid"), ("absent", "drusen")),
        "This OCT scan is classed as normal: neither intraretinal nor subretinal fluid, and no"
        " drusen.",
        "OCT 图像归类为正常，未见视网膜内液、视网膜下液及玻璃膜疣。",
    ),
    "OCT-c": (
        (("modality", "OCT"),
         ("finding", "pigment epithelial detachment", ("height", "186", "µm"))),
        "This region marks a pigment epithelial detachment about 186 µm high.",
        "该区域为色素上皮脱离，高度约 186 μm。",
    ),
    "DE-a": (
        (("modality", "Dermoscopy"), ("finding", "melanoma"), ("finding", "blue-white veil"),
         ("finding", "streaks")),
        "Dermoscopic image of a melanoma in which a blue-white veil and streaks can be made out.",
        "皮肤镜图像，诊断类别为黑色素瘤，皮损内可见蓝白幕及条纹。",
    ),
    "DE-b": (
        (("modality", "Dermoscopy"), ("finding", "seborrhoeic keratosis"),
         ("finding", "milia-like cyst"), ("absent", "pigment network")),
        "A seborrhoeic keratosis under dermoscopy: milia-like cysts, no pigment network.",
        "脂溢性角化病皮肤镜表现：可见粟粒样囊肿，未见色素网。",
    ),
    "DE-c": (
        (("modality", "Dermoscopy"), ("finding", "skin lesion", ("share", "34.0", "%"))),
        "This region encloses the skin lesion, which covers roughly a third of the frame.",
        "该区域为皮损所在，约占画面的三分之一。",
    ),
    "EN-a": (
        (("modality", "Endoscopy"), ("sequence", "colonoscopy"), ("organ", "sigmoid colon"),
         ("finding", "polyp", ("count", "2"))),
        "Colonoscopic view of the sigmoid colon with two polyps.",
        "结肠镜下乙状结肠见息肉 2 枚。",
    ),
    "EN-c": (
        (("modality", "Endoscopy"), ("finding", "polyp", ("position", "centre"))),
        "This region, near the centre of the frame, shows a polyp.",
        "该区域位于画面中央附近，可见一枚息肉。",
    ),
    "HP-b": (
        (("modality", "Pathology"), ("anatomy", "breast"), ("finding", "ductal carcinoma"),
         ("grade", "malignant"), ("measure", "magnification", ("value", "200", "x"))),
        "At 200× this breast specimen shows ductal carcinoma, a malignant lesion.",
        "乳腺组织病理图像（×200）：导管癌，属恶性病变。",
    ),
    "HP-c": (
        (("modality", "Pathology"), ("finding", "mitotic figure", ("count", "1"))),
        "This region contains a mitotic figure.",
        "该区域可见一个核分裂象。",
    ),
    "US-a": (
        (("modality", "Ultrasound"), ("anatomy", "breast"),
         ("finding", "breast mass", ("count", "1"), ("size", "18×11", "mm")),
         ("grade", "benign", ("scale", "pathology"))),
        "Breast ultrasound with one benign mass, 18 mm by 11 mm.",
        "乳腺超声：可见一个肿块，大小约 1.8 cm×1.1 cm，为良性。",
    ),
    "US-c": (
        (("modality", "Ultrasound"), ("anatomy", "thyroid gland"),
         ("finding", "thyroid nodule", ("side", "right")), ("grade", "TI-RADS category 4")),
        "This region is a nodule in the right thyroid lobe, TI-RADS category 4.",
        "该区域为甲状腺右叶结节，TI-RADS 4 类。",
    ),
    "MI-a": (
        (("modality", "Microscopy"), ("sequence", "blood smear"),
         ("cell", "neutrophil", ("count", "2")), ("cell", "lymphocyte", ("count", "1"))),
        "Blood smear field with two neutrophils and a lymphocyte.",
        "血涂片视野内见中性粒细胞 2 个、淋巴细胞 1 个。",
    ),
    "MI-b": (
        (("modality", "Microscopy"), ("cell", "parasitised erythrocyte"),
         ("organism", "Plasmodium")),
        "Micrograph of a red cell infected with Plasmodium.",
        "显微图像：红细胞内可见疟原虫。",
    ),
    "MI-c": (
        (("modality", "Microscopy"), ("cell", "eosinophil", ("count", "1"))),
        "This region shows an eosinophil.",
        "该区域为一个嗜酸性粒细胞。",
    ),
    "MG-a": (
        (("modality", "X-Ray"), ("sequence", "mammography"), ("view", "CC"),
         ("organ", "breast", ("side", "right")), ("grade", "breast density C"),
         ("finding", "breast mass", ("count", "1")), ("absent", "breast calcification")),
        "Right craniocaudal mammogram, breast density C. One mass is visible and no calcification.",
        "右乳头尾位（CC）X 线摄影：腺体构成 c 类，可见一个肿块，未见钙化。",
    ),
    "MG-b": (
        (("modality", "X-Ray"), ("sequence", "mammography"), ("view", "MLO"),
         ("organ", "breast", ("side", "left")), ("grade", "BI-RADS category 2")),
        "Left mediolateral oblique mammogram, assessed as BI-RADS 2.",
        "左乳内外斜位（MLO）X 线摄影，BI-RADS 2 类。",
    ),
    "PET-c": (
        (("modality", "PET"), ("finding", "head and neck primary tumour")),
        "This region contains the primary head-and-neck tumour on PET.",
        "该区域为头颈部原发肿瘤（PET）。",
    ),
}  # fmt: skip


def facts_of(rows: tuple[Row, ...]) -> tuple[Fact, ...]:
    """The rows as facts, numbered."""
    found: list[Fact] = []
    for kind, value, *more in rows:
        id = f"f{len(found) + 1}"
        found.append(Fact(id=id, kind=kind, value=value))
        for row in more:
            unit = row[2] if len(row) > 2 else ""
            found.append(Fact(id=f"f{len(found) + 1}", kind=row[0], value=row[1], unit=unit, of=id))
    return tuple(found)
