"""How the same thing is called in free text: other names, the part it lies in, its look-alikes.

``{s}`` is where a side goes. A name without a row here is called by its vocabulary term.
"""

from __future__ import annotations

from typing import Final

# Vocabulary term -> what a writer also calls it, English then Chinese.
NAMES: Final[dict[str, tuple[str, str]]] = {
    "kidney tumour": (
        "renal tumour|kidney tumor|tumour of the {s} kidney|renal neoplasm|{s} renal tumor"
        "|tumour in the {s} kidney",
        "肾肿瘤|{s}肾脏肿瘤|{s}肾内肿瘤|{s}肾的肿瘤",
    ),
    "kidney cyst": (
        "renal cyst|cyst of the {s} kidney|{s} kidney cyst|cyst in the {s} kidney",
        "肾囊肿|{s}肾脏囊肿|{s}肾内囊肿",
    ),
    "kidney": ("kidney|{s} kidney", "{s}肾|{s}肾脏|{s}侧肾脏"),
    "lung": ("lung|{s} lung", "{s}肺|{s}侧肺"),
    "liver": ("liver|hepatic parenchyma|liver tissue", "肝脏|肝|肝实质"),
    "spleen": ("spleen|splenic parenchyma", "脾脏|脾"),
    "pancreas": ("pancreas|pancreatic tissue", "胰腺|胰"),
    "stomach": ("stomach", "胃|胃腔"),
    "urinary bladder": ("urinary bladder|bladder", "膀胱"),
    "trachea": ("trachea|tracheal lumen", "气管"),
    "adrenal gland": ("adrenal gland|{s} adrenal", "{s}肾上腺|{s}侧肾上腺"),
    "brain": ("brain|cerebral tissue", "脑|脑组织|大脑"),
    "left ventricle": ("left ventricle|LV", "左心室|左室"),
    "right ventricle": ("right ventricle|RV", "右心室|右室"),
    "left ventricular myocardium": (
        "left ventricular myocardium|myocardium of the left ventricle", "左心室心肌|左室心肌",
    ),
    "peritumoural oedema": (
        "peritumoral edema|perilesional oedema|oedema around the tumour|peritumoural edema",
        "瘤周水肿|肿瘤周围水肿|瘤周水肿带",
    ),
    "necrotic tumour core": (
        "necrotic core of the tumour|necrotic tumor core|necrotic core", "坏死肿瘤核心|坏死核心",
    ),
    "enhancing tumour": (
        "enhancing tumor|enhancing tumour tissue|enhancing part of the tumour",
        "强化肿瘤|强化的肿瘤组织|肿瘤强化部分",
    ),
    "non-enhancing tumour": ("non-enhancing tumor|nonenhancing tumour", "非强化肿瘤"),
    "multiple sclerosis lesion": (
        "multiple sclerosis lesion|demyelinating multiple sclerosis lesion|MS lesion",
        "多发性硬化病灶|多发性硬化斑块",
    ),
    "acute ischaemic infarct": (
        "acute ischemic infarct|acute infarct|acute ischaemic infarction",
        "急性缺血性梗死灶|急性脑梗死|急性缺血性梗死",
    ),
    "cardiomegaly": ("cardiomegaly|enlarged heart|cardiac enlargement", "心影增大|心脏增大"),
    "pneumothorax": ("pneumothorax|air in the pleural space", "气胸|胸腔积气"),
    "pleural effusion": ("pleural effusion|pleural fluid", "胸腔积液|胸膜腔积液"),
    "consolidation": ("consolidation|airspace consolidation", "实变|实变影|肺实变"),
    "atelectasis": ("atelectasis|atelectatic change", "肺不张"),
    "fracture": ("fracture|broken bone", "骨折|骨折线"),
    "rib fracture": ("rib fracture|fracture of a rib|fractured rib", "肋骨骨折"),
    "displaced rib fracture": ("displaced rib fracture", "移位性肋骨骨折"),
    "lung nodule": (
        "pulmonary nodule|lung nodule|nodule in the {s} lung", "肺结节|{s}肺内结节|{s}肺部结节",
    ),
    "lung tumour": ("lung tumor|pulmonary tumour|tumour of the lung", "肺肿瘤|肺部肿瘤"),
    "lung opacity": ("lung opacity|pulmonary opacity|opacity in the lung", "肺部阴影|肺内阴影"),
    "pneumonia": ("pneumonia|pneumonic infiltrate", "肺炎"),
    "lymphadenopathy": ("lymphadenopathy|enlarged lymph nodes", "淋巴结肿大|肿大淋巴结"),
    "pericardial effusion": ("pericardial effusion|fluid in the pericardium", "心包积液"),
    "hiatal hernia": ("hiatal hernia|hiatus hernia", "食管裂孔疝"),
    "emphysema": ("emphysema|emphysematous change", "肺气肿"),
    "liver tumour": (
        "hepatic tumour|liver tumor|tumour of the liver|hepatic neoplasm",
        "肝肿瘤|肝脏肿瘤|肝内肿瘤",
    ),
    "FDG-avid lesion": ("FDG-avid lesion|FDG avid lesion", "FDG 高摄取病灶|FDG高摄取病灶"),
    "clinically significant prostate cancer": (
        "clinically significant prostate cancer|significant prostate cancer", "临床显著性前列腺癌",
    ),
    "subdural haemorrhage": (
        "subdural hemorrhage|subdural haematoma|subdural bleed", "硬膜下出血|硬膜下血肿",
    ),
    "epidural haemorrhage": ("epidural hemorrhage|epidural haematoma", "硬膜外出血|硬膜外血肿"),
    "intraparenchymal haemorrhage": ("intraparenchymal hemorrhage|parenchymal bleed", "脑实质出血"),
    "subarachnoid haemorrhage": ("subarachnoid hemorrhage|SAH", "蛛网膜下腔出血"),
    "intraventricular haemorrhage": ("intraventricular hemorrhage", "脑室内出血"),
    "melanoma": ("melanoma|malignant melanoma", "黑色素瘤|恶性黑色素瘤|黑素瘤"),
    "melanocytic naevus": ("melanocytic nevus|naevus|melanocytic mole", "色素痣|黑素细胞痣"),
    "basal cell carcinoma": ("basal cell carcinoma|BCC", "基底细胞癌"),
    "polyp": ("polyp|polypoid lesion", "息肉|息肉样病变"),
    "optic disc": ("optic disc|optic nerve head|optic disk", "视盘|视乳头"),
    "optic cup": ("optic cup|cup of the optic disc", "视杯"),
    "microaneurysm": ("microaneurysm|retinal microaneurysm", "微血管瘤|微动脉瘤"),
    "hard exudate": ("hard exudate", "硬性渗出"),
    "leucocyte": ("white blood cell|leukocyte|white cell|WBC", "白细胞"),
    "erythrocyte": ("red blood cell|red cell|erythrocyte|RBC", "红细胞"),
    "platelet": ("platelet|thrombocyte", "血小板"),
    "colorectal adenocarcinoma epithelium": (
        "colorectal adenocarcinoma epithelium|epithelium of a colorectal adenocarcinoma",
        "结直肠腺癌上皮",
    ),
    "adipose tissue": ("adipose tissue|fat tissue", "脂肪组织"),
    "breast mass": ("breast mass|mass in the breast", "乳腺肿块"),
    "thyroid nodule": ("thyroid nodule|nodule of the thyroid", "甲状腺结节"),
    "gland": ("gland|glandular structure", "腺体|腺体结构"),
    "L1 vertebra": (
        "L1 vertebra|first lumbar vertebra|L1 vertebral body", "L1椎体|L1 椎体|第1腰椎",
    ),
    "T12 vertebra": ("T12 vertebra|T12 vertebral body", "T12椎体|T12 椎体|第12胸椎"),
    "seventh rib": ("seventh rib|rib seven", "第七肋骨|第7肋骨"),
    "prostate or uterus": ("prostate or uterus", "前列腺或子宫"),
}  # fmt: skip

# What a finding is in general, and the organ it lies in.
PARTS: Final[dict[str, tuple[str, str, str, str]]] = {
    "kidney tumour": ("tumour", "kidney", "肿瘤", "肾脏"),
    "kidney cyst": ("cyst", "kidney", "囊肿", "肾脏"),
    "lung nodule": ("nodule", "lung", "结节", "肺"),
    "lung tumour": ("tumour", "lung", "肿瘤", "肺"),
    "liver tumour": ("tumour", "liver", "肿瘤", "肝脏"),
    "peritumoural oedema": ("oedema", "brain", "水肿", "脑"),
    "multiple sclerosis lesion": ("lesion", "brain", "病灶", "脑"),
    "acute ischaemic infarct": ("infarct", "brain", "梗死灶", "脑"),
    "enhancing tumour": ("tumour", "brain", "肿瘤", "脑"),
    "non-enhancing tumour": ("tumour", "brain", "肿瘤", "脑"),
    "clinically significant prostate cancer": ("cancer", "prostate", "癌灶", "前列腺"),
    "breast mass": ("mass", "breast", "肿块", "乳腺"),
    "breast lesion": ("lesion", "breast", "病灶", "乳腺"),
    "thyroid nodule": ("nodule", "thyroid gland", "结节", "甲状腺"),
    "polyp": ("polyp", "colon", "息肉", "结肠"),
}

# Organs a careless writer names, English with adjective, Chinese.
ORGANS: Final[dict[str, tuple[str, str, str]]] = {
    "liver": ("liver", "hepatic", "肝脏"), "spleen": ("spleen", "splenic", "脾脏"),
    "kidney": ("kidney", "renal", "肾脏"), "pancreas": ("pancreas", "pancreatic", "胰腺"),
    "gallbladder": ("gallbladder", "", "胆囊"), "stomach": ("stomach", "gastric", "胃"),
    "urinary bladder": ("urinary bladder", "vesical", "膀胱"), "lung": ("lung", "pulmonary", "肺"),
    "heart": ("heart", "cardiac", "心脏"), "brain": ("brain", "cerebral", "脑"),
    "thyroid gland": ("thyroid", "thyroid", "甲状腺"),
    "prostate": ("prostate", "prostatic", "前列腺"),
    "uterus": ("uterus", "uterine", "子宫"), "breast": ("breast", "mammary", "乳腺"),
    "colon": ("colon", "colonic", "结肠"), "oesophagus": ("oesophagus", "oesophageal", "食管"),
    "duodenum": ("duodenum", "duodenal", "十二指肠"), "aorta": ("aorta", "aortic", "主动脉"),
    "adrenal gland": ("adrenal gland", "adrenal", "肾上腺"), "rectum": ("rectum", "rectal", "直肠"),
    "trachea": ("trachea", "tracheal", "气管"), "ovary": ("ovary", "ovarian", "卵巢"),
    "cerebellum": ("cerebellum", "cerebellar", "小脑"), "femur": ("femur", "femoral", "股骨"),
}  # fmt: skip

# Look-alikes that a writer confuses, English and Chinese; some are no vocabulary terms at all.
SIBLINGS: Final[dict[str, tuple[str, str]]] = {
    "kidney tumour": (
        "kidney cyst|kidney stone|renal abscess|hydronephrosis|angiomyolipoma|renal infarct",
        "肾囊肿|肾结石|肾脓肿|肾积水|肾血管平滑肌脂肪瘤|肾梗死",
    ),
    "kidney cyst": ("kidney tumour|kidney stone|hydronephrosis", "肾肿瘤|肾结石|肾积水"),
    "lung nodule": (
        "pleural effusion|pneumothorax|bronchiectasis|lung cyst|hamartoma",
        "胸腔积液|气胸|支气管扩张|肺囊肿|错构瘤",
    ),
    "lung tumour": ("lung abscess|pneumonia|pleural effusion", "肺脓肿|肺炎|胸腔积液"),
    "liver tumour": (
        "liver cyst|haemangioma|hepatic abscess|cirrhosis", "肝囊肿|血管瘤|肝脓肿|肝硬化",
    ),
    "peritumoural oedema": (
        "haemorrhage|hydrocephalus|acute infarct|meningioma|calcification",
        "出血|脑积水|急性梗死|脑膜瘤|钙化",
    ),
    "necrotic tumour core": ("haematoma|abscess|cyst|calcification", "血肿|脓肿|囊肿|钙化"),
    "enhancing tumour": ("abscess|haematoma|aneurysm|acute infarct", "脓肿|血肿|动脉瘤|急性梗死"),
    "non-enhancing tumour": ("abscess|haematoma|aneurysm", "脓肿|血肿|动脉瘤"),
    "multiple sclerosis lesion": (
        "acute infarct|metastasis|glioma|microbleed", "急性梗死|转移瘤|胶质瘤|微出血",
    ),
    "acute ischaemic infarct": (
        "subdural haemorrhage|glioma|meningioma|abscess", "硬膜下出血|胶质瘤|脑膜瘤|脓肿",
    ),
    "pneumothorax": ("pneumonia|emphysema|rib fracture", "肺炎|肺气肿|肋骨骨折"),
    "cardiomegaly": ("pericardial effusion|pneumonia|atelectasis", "心包积液|肺炎|肺不张"),
    "rib fracture": ("rib metastasis|osteophyte|dislocation", "肋骨转移瘤|骨赘|脱位"),
    "fracture": ("dislocation|osteophyte|osteoarthritis", "脱位|骨赘|骨关节炎"),
    "melanoma": (
        "basal cell carcinoma|dermatofibroma|seborrhoeic keratosis|haemangioma",
        "基底细胞癌|皮肤纤维瘤|脂溢性角化病|血管瘤",
    ),
    "melanocytic naevus": ("melanoma|basal cell carcinoma", "黑色素瘤|基底细胞癌"),
    "polyp": ("ulcer|diverticulum|varix|erosion", "溃疡|憩室|静脉曲张|糜烂"),
    "microaneurysm": ("cotton-wool spot|drusen|neovascularisation", "棉绒斑|玻璃膜疣|新生血管"),
    "hard exudate": ("cotton-wool spot|drusen|retinal detachment", "棉绒斑|玻璃膜疣|视网膜脱离"),
    "leucocyte": ("Plasmodium parasite|megakaryocyte|lymphoblast", "疟原虫|巨核细胞|原始淋巴细胞"),
    "platelet": ("Plasmodium parasite|eosinophil|reticulocyte", "疟原虫|嗜酸性粒细胞|网织红细胞"),
    "colorectal adenocarcinoma epithelium": (
        "mucus|smooth muscle|lymphocyte|debris", "黏液|平滑肌|淋巴细胞|坏死碎屑",
    ),
    "FDG-avid lesion": ("pleural effusion|fracture|haematoma", "胸腔积液|骨折|血肿"),
    "lung opacity": ("pneumothorax|emphysema|rib fracture", "气胸|肺气肿|肋骨骨折"),
    "breast mass": ("breast cyst|fibroadenoma|breast calcification", "乳腺囊肿|纤维腺瘤|乳腺钙化"),
    "clinically significant prostate cancer": (
        "prostatitis|prostatic abscess|bladder stone", "前列腺炎|前列腺脓肿|膀胱结石",
    ),
}  # fmt: skip
MASS: Final = frozenset({
    "hydronephrosis", "cirrhosis", "haemorrhage", "hydrocephalus", "calcification", "pneumonia",
    "emphysema", "bronchiectasis", "atelectasis", "osteoarthritis", "neovascularisation", "drusen",
    "prostatitis", "mucus", "smooth muscle", "debris", "oedema", "consolidation", "adipose tissue",
    "airspace consolidation", "atelectatic change", "pleural fluid", "cardiac enlargement",
    "lymphadenopathy", "enlarged lymph nodes", "emphysematous change", "hepatic parenchyma",
    "liver tissue", "splenic parenchyma", "pancreatic tissue", "cerebral tissue", "fat tissue",
    "air in the pleural space", "fluid in the pericardium", "SAH",
})  # fmt: skip

MODALITIES: Final[dict[str, tuple[str, str]]] = {  # nouns of the picture
    "CT": ("CT image|CT slice|computed tomography image|CT scan", "CT 图像|CT 层面|CT 扫描图像"),
    "MR": (
        "MR image|MRI slice|magnetic resonance image|MRI scan",
        "MR 图像|MRI 图像|磁共振图像|磁共振层面",
    ),
    "X-Ray": ("radiograph|X-ray|plain film|X-ray image", "X 线片|X线平片|平片|X 线图像"),
    "Ultrasound": ("ultrasound image|sonogram|ultrasound scan", "超声图像|声像图|超声切面"),
    "PET": ("PET image|PET slice|positron emission tomography image", "PET 图像|PET 层面"),
    "Endoscopy": ("endoscopic image|endoscopy frame|endoscopic view", "内镜图像|内镜画面"),
    "Pathology": (
        "histopathology image|histological section|histology slide",
        "组织病理图像|病理切片|组织病理切片图像",
    ),
    "Microscopy": ("micrograph|microscopy image|microscopic field", "显微图像|显微镜图像"),
    "Dermoscopy": ("dermoscopic image|dermoscopy photograph", "皮肤镜图像|皮肤镜照片"),
    "Fundus Photography": (
        "fundus photograph|fundus image|retinal photograph", "眼底照片|眼底彩照|眼底图像",
    ),
    "OCT": ("OCT image|OCT scan|optical coherence tomography image", "OCT 图像|OCT 扫描图像"),
}  # fmt: skip
PLANES: Final[dict[str, tuple[str, str]]] = {
    "axial": ("axial|transverse|transaxial", "轴位|横断面|横断位"),
    "coronal": ("coronal", "冠状位|冠状面"),
    "sagittal": ("sagittal", "矢状位|矢状面"),
}
SEQUENCES: Final[dict[str, tuple[str, str]]] = {
    "T1w": ("T1-weighted", "T1 加权"), "T2w": ("T2-weighted", "T2 加权"),
    "FLAIR": ("FLAIR", "FLAIR"), "DWI": ("diffusion-weighted", "DWI"),
    "T1w+Gd": ("contrast-enhanced T1-weighted", "增强 T1 加权"),
}  # fmt: skip
