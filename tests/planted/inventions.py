"""A hundred captions as small models write them: fluent, and not in the facts.

Written by hand in the manner of such models, each against the facts in :data:`FACTS`; none is from
a data set or a report. A true text of the same style stands in :data:`TRUE`.
"""

from __future__ import annotations

from typing import Final

from gmai_data.review import review
from gmai_data.schema import Answer, Case, Fact, Rejection, Request, Slice, Turn
from tests.words_cases import a_case, a_slice, source

FACTS: Final = {
    "ct": (("modality", "CT"), ("plane", "axial"), ("window", "soft tissue"),
           ("finding", "kidney tumour", (("side", "left"), ("size", "34×28", "mm"),
            ("count", "1"), ("position", "centre right"), ("share", "1.2", "%"))),
           ("absent", "kidney cyst"), ("organ", "liver")),
    "cxr": (("modality", "X-Ray"), ("view", "PA"), ("anatomy", "chest"),
            ("finding", "pneumothorax", (("side", "right"),)), ("absent", "pleural effusion")),
    "mr": (("modality", "MR"), ("sequence", "FLAIR"), ("plane", "axial"), ("anatomy", "brain"),
           ("finding", "peritumoural oedema", (("side", "right"), ("size", "61×40", "mm")))),
    "fundus": (("modality", "Fundus Photography"), ("organ", "optic disc"),
               ("finding", "microaneurysm", (("count", "2"),)),
               ("grade", "moderate nonproliferative diabetic retinopathy")),
    "skin": (("modality", "Dermoscopy"), ("finding", "melanoma")),
}  # fmt: skip

# facts, language, text
INVENTIONS: Final[tuple[tuple[str, str, str], ...]] = (
    ("ct", "en",
     "The CT scan shows a large mass in the right kidney with surrounding fat"
     " stranding."),
    ("ct", "en",
     "A 5 cm renal cell carcinoma is seen in the left kidney, with extension into the"
     " renal vein."),
    ("ct", "en", "The liver demonstrates multiple hypodense lesions consistent with metastases."),
    ("ct", "en", "There is a left kidney tumour and mild hydronephrosis."),
    ("ct", "en",
     "The left kidney tumour measures 4.5 x 3.2 cm and shows heterogeneous"
     " enhancement."),
    ("ct", "en", "The spleen, pancreas and adrenal glands are unremarkable."),
    ("ct", "en", "No lymphadenopathy or ascites is identified."),
    ("ct", "en", "A left renal tumour is noted; further evaluation with MRI is recommended."),
    ("ct", "en", "The patient has a history of hypertension and a left kidney tumour."),
    ("ct", "en", "A 62-year-old man presents with a left renal tumour."),
    ("ct", "en", "Compared with the prior scan, the left kidney tumour has increased in size."),
    ("ct", "en", "The left kidney tumour is likely malignant and may require surgical resection."),
    ("ct", "en", "Two tumours are visible in the left kidney."),
    ("ct", "en", "A coronal CT image shows the left kidney tumour."),
    ("ct", "en", "This MRI shows a tumour of the left kidney."),
    ("ct", "en", "The gallbladder contains several stones."),
    ("ct", "en", "Bilateral kidney tumours are present."),
    ("ct", "en", "A kidney cyst is seen next to the left kidney tumour."),
    ("ct", "en", "The tumour is located in the upper pole of the left kidney."),
    ("ct", "en", "The tumour invades the perinephric fat and the renal vein."),
    ("ct", "en", "The bounding box given shows a left kidney tumour."),
    ("ct", "en", "According to the provided information, the left kidney has a tumour."),
    ("ct", "en", "I'm sorry, but I can't view this image."),
    ("ct", "en", "The abdominal aorta shows calcified plaques along its wall."),
    ("ct", "en", "The tumour has a volume of approximately 18 mL."),
    ("ct", "en", "The findings are suspicious for renal cell carcinoma, stage T1a."),
    ("ct", "en", "A tumour is seen in the liver."),
    ("ct", "en", "No kidney tumour is present on this slice."),
    ("ct", "en", "The tumour is stable since the last examination."),
    ("ct", "en", "There is a 34 cm tumour in the left kidney."),
    ("ct", "zh", "CT 图像显示右肾占位，考虑肾癌。"),
    ("ct", "zh", "左肾肿瘤，大小约 5.2 cm×4.1 cm，增强后明显强化。"),
    ("ct", "zh", "肝脏内见多发转移瘤。"),
    ("ct", "zh", "左肾肿瘤伴肾积水。"),
    ("ct", "zh", "胆囊结石，脾脏未见异常。"),
    ("ct", "zh", "患者，男，62 岁，左肾肿瘤。"),
    ("ct", "zh", "左肾肿瘤较前增大，建议进一步检查。"),
    ("ct", "zh", "左肾见两个肿瘤。"),
    ("ct", "zh", "冠状位 CT 示左肾肿瘤。"),
    ("ct", "zh", "双肾肿瘤。"),
    ("ct", "zh", "左肾肿瘤侵犯肾静脉。"),
    ("ct", "zh", "左肾上极见肿瘤。"),
    ("ct", "zh", "左肾肿瘤，可能为恶性。"),
    ("ct", "zh", "未见肾肿瘤。"),
    ("ct", "zh", "腹膜后见肿大淋巴结。"),
    ("ct", "zh", "根据提供的标注，左肾有肿瘤。"),
    ("cxr", "en", "The chest radiograph shows a left-sided pneumothorax."),
    ("cxr", "en", "There is a right pneumothorax with mediastinal shift to the left."),
    ("cxr", "en", "Right pneumothorax measuring 12 mm at the apex."),
    ("cxr", "en", "The heart is enlarged and the lungs are clear."),
    ("cxr", "en", "A right pneumothorax and a small pleural effusion are seen."),
    ("cxr", "en", "Consolidation in the right lower lobe suggests pneumonia."),
    ("cxr", "en", "A chest tube is in place on the right."),
    ("cxr", "en", "A new right pneumothorax has developed since the previous film."),
    ("cxr", "en", "The right pneumothorax is probably traumatic; rib fractures are seen."),
    ("cxr", "en", "No pneumothorax is identified."),
    ("cxr", "en", "This lateral radiograph shows a right pneumothorax."),
    ("cxr", "en", "The CT image shows a right pneumothorax."),
    ("cxr", "en", "Bilateral pneumothoraces are visible."),
    ("cxr", "en", "A 3 cm nodule is present in the left lung."),
    ("cxr", "zh", "左侧气胸。"),
    ("cxr", "zh", "右侧气胸伴胸腔积液。"),
    ("cxr", "zh", "右侧气胸，肺压缩约 30%。"),
    ("cxr", "zh", "心影增大，右侧气胸。"),
    ("cxr", "zh", "未见气胸。"),
    ("cxr", "zh", "右肺见结节，大小约 12 mm。"),
    ("cxr", "zh", "双侧气胸，建议复查。"),
    ("cxr", "zh", "侧位片示右侧气胸。"),
    ("mr", "en", "A glioblastoma with necrosis is seen in the right frontal lobe."),
    ("mr", "en", "Axial T2-weighted image with peritumoural oedema on the right."),
    ("mr", "en", "Peritumoural oedema on the left."),
    ("mr", "en", "The oedema measures 16 × 40 mm."),
    ("mr", "en", "There is midline shift and compression of the lateral ventricle."),
    ("mr", "en", "Acute infarction in the territory of the middle cerebral artery."),
    ("mr", "en", "Peritumoural oedema with haemorrhage on the right."),
    ("mr", "en", "The sagittal image shows right peritumoural oedema."),
    ("mr", "en", "No oedema is seen."),
    ("mr", "en", "Peritumoural oedema on the right, which has progressed."),
    ("mr", "zh", "左侧瘤周水肿。"),
    ("mr", "zh", "右侧额叶胶质瘤，伴瘤周水肿。"),
    ("mr", "zh", "T1WI 图像示右侧瘤周水肿。"),
    ("mr", "zh", "右侧瘤周水肿，范围约 8.1 cm×4.0 cm。"),
    ("mr", "zh", "中线移位，脑积水。"),
    ("mr", "zh", "未见水肿。"),
    ("fundus", "en", "The fundus photograph shows proliferative diabetic retinopathy."),
    ("fundus", "en", "Three microaneurysms and a cotton-wool spot are visible."),
    ("fundus", "en", "Severe nonproliferative diabetic retinopathy with macular oedema."),
    ("fundus", "en", "The cup-to-disc ratio is 0.7, suggesting glaucoma."),
    ("fundus", "en", "Drusen are seen in the macula."),
    ("fundus", "en", "The OCT image shows microaneurysms."),
    ("fundus", "zh", "可见三个微血管瘤。"),
    ("fundus", "zh", "增殖期糖尿病视网膜病变。"),
    ("fundus", "zh", "视盘水肿，黄斑区见玻璃膜疣。"),
    ("fundus", "zh", "重度非增殖期糖尿病视网膜病变。"),
    ("skin", "en", "A basal cell carcinoma is seen on the back."),
    ("skin", "en", "Melanoma with a Breslow thickness of 1.2 mm."),
    ("skin", "en", "A benign naevus with a regular pigment network."),
    ("skin", "en", "Melanoma on the left arm of an elderly woman."),
    ("skin", "zh", "基底细胞癌。"),
    ("skin", "zh", "左侧前臂黑色素瘤，建议活检。"),
)  # fmt: skip

TRUE: Final[tuple[tuple[str, str, str], ...]] = (
    ("ct", "en", "The CT scan shows a tumour in the left kidney, measuring 3.4 x 2.8 cm."),
    ("ct", "en",
     "Axial CT image with one left renal tumour about 34 mm across. No renal cyst is"
     " seen."),
    ("ct", "en",
     "The liver is also included. The left kidney tumour covers about 1% of the"
     " image."),
    ("ct", "zh", "轴位 CT 图像示左肾肿瘤，大小约 3.4 cm×2.8 cm，未见肾囊肿。"),
    ("ct", "zh", "左肾见一处肿瘤，最大径 34 mm；肝脏可见。"),
    ("cxr", "en",
     "Frontal chest radiograph (PA view) with a right-sided pneumothorax and no"
     " pleural effusion."),
    ("cxr", "zh", "胸部后前位 X 线片：右侧气胸，未见胸腔积液。"),
    ("mr", "en",
     "On this axial FLAIR image of the brain, peritumoral edema is seen on the right,"
     " 61 mm in longest diameter."),
    ("mr", "zh", "脑部轴位 FLAIR 图像，右侧瘤周水肿，大小约 6.1 cm×4.0 cm。"),
    ("fundus", "en",
     "Two microaneurysms are seen; the grade is moderate nonproliferative diabetic"
     " retinopathy."),
    ("fundus", "zh", "眼底照片可见 2 个微血管瘤，分级为中度非增殖期糖尿病视网膜病变。"),
    ("skin", "en", "Dermoscopic image of a melanoma."),
    ("skin", "zh", "皮肤镜图像：黑色素瘤。"),
)  # fmt: skip


def facts(name: str) -> tuple[Fact, ...]:
    """The facts of one of the pictures."""
    found: list[Fact] = []
    for kind, value, *more in FACTS[name]:
        id = f"f{len(found) + 1}"
        found.append(Fact(id=id, kind=str(kind), value=str(value)))
        for row in more[0] if more else ():
            unit = row[2] if len(row) > 2 else ""
            found.append(Fact(id=f"f{len(found) + 1}", kind=row[0], value=row[1], unit=unit, of=id))
    return tuple(found)


def judged_invention(one: tuple[str, str, str]) -> str:
    """The rule that rejects a text, or ""."""
    name, language, text = one
    request = Request(
        key="k", subset="caption", task="caption-image", language=language, prompt="caption-image",
        slice="s", facts=facts(name),
    )  # fmt: skip
    turns = (Turn(role="user", text="?"), Turn(role="assistant", text=text))
    answer = Answer(request="k", turns=turns, generator="invented")
    case: Case = a_case()
    slice: Slice = a_slice(1)
    found = review(source(modality="CT"), case, slice, request, answer)
    return found.rule if isinstance(found, Rejection) else ""
