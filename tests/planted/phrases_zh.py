"""Chinese sentences of findings, as reports and models write them; slots as in the English ones.

``np`` 左肾肿瘤, ``noun`` 肾肿瘤 without its side, ``side`` 左侧, ``n`` 两个.
"""

from __future__ import annotations

from typing import Final

PRESENT: Final = (
    "可见{np}。", "图中见{np}。", "{pic}示{np}。", "{pic}显示{np}。", "本图可见{np}。",
    "{np}可见。", "{np}显示清楚。", "存在{np}。", "视野内可见{np}。", "{np}，边界清楚。",
    "本层面见{np}，形态不规则。", "{pic}上有{np}。", "主要表现为{np}。", "所见为{np}。",
    "{pic}提示{np}。", "图像中出现{np}。", "可以辨认出{np}。", "{np}清晰可辨。", "图示{np}。",
    "可观察到{np}。", "检出{np}。", "{np}呈现于图中。", "{pic}中有{np}存在。", "此层面包含{np}。",
    "能看到{np}。", "影像表现：{np}。", "图中异常为{np}。", "{pic}所见：{np}。", "于本图内见{np}。",
    "{np}，轮廓光整。", "发现{np}。", "{pic}内含{np}。", "画面中可见{np}，密集程度均一。",
    "本图的主要所见是{np}。", "{np}（+）。", "符合{np}表现。", "可见{np}影。",
)  # fmt: skip

ABSENT: Final = (
    "未见{np}。", "未见明显{np}。", "无{np}。", "未发现{np}。", "未见{np}征象。", "{np}未见。",
    "{pic}未显示{np}。", "没有{np}。", "不存在{np}。", "{np}不存在。", "未检出{np}。",
    "{pic}上无{np}征象。", "本层面未见{np}。", "未示{np}。", "{np}阴性。", "可排除{np}。",
    "不伴{np}。", "{np}：无。", "{np}均未见。", "看不到{np}。", "图中没有{np}。",
    "缺乏{np}的征象。",
    "未见确切{np}。", "未能发现{np}。", "{np}（-）。", "并无{np}。", "不含{np}。",
    "本图未见{np}影。",
    "未观察到{np}。", "未及{np}。", "{np}未显示。", "无明显{np}。", "图中不见{np}。",
    "未提示{np}。",
    "并未见到{np}。", "{pic}中找不到{np}。", "不是{np}。", "排除{np}的可能。",
)  # fmt: skip
BOTH_ABSENT: Final = (
    "未见{a}及{b}。", "未见{a}、{b}。", "{a}和{b}均未见。", "无{a}，也无{b}。",
    "未见{a}，亦未见{b}。",
    "{a}、{b}均无。", "没有{a}或{b}。", "未发现{a}与{b}。", "既无{a}，也无{b}。",
)  # fmt: skip
PRESENT_NOT: Final = (
    "可见{np}，未见{b}。", "{np}，不伴{b}。", "未见{b}，可见{np}。", "见{np}而无{b}。",
    "{np}可见，{b}未见。", "是{np}，而非{b}。", "除{np}外，未见{b}。", "无{b}，但有{np}。",
    "虽未见{b}，但可见{np}。",
)  # fmt: skip

SIDED: Final = (
    "{noun}位于{side}。", "{noun}位于患者{side}。", "{side}可见{noun}。", "{side}见{noun}。",
    "{noun}为{side}。", "{noun}在{side}。", "患者{side}见{noun}。", "{noun}的侧别为{side}。",
    "{noun}，{side}。", "所示{noun}属{side}。", "{side}有{noun}。", "{noun}见于{side}。",
    "{noun}居{side}。", "侧别：{side}；所见：{noun}。", "{side}存在{noun}。",
    "图中{noun}为患者{side}者。",
)  # fmt: skip
ON_BOTH: Final = (
    "双侧{noun}可见。", "两侧均见{noun}。", "双侧可见{noun}。", "左右两侧均有{noun}。",
    "{noun}为双侧性。",
)  # fmt: skip

SIZE: Final = (
    "{np}，大小约{size}。", "{np}大小为{size}。", "可见{np}，直径约{size}。",
    "{np}，最大径{size}。",
    "见{size}的{np}。", "{np}范围约{size}。", "{np}长径{size}。", "本层面{np}大小{size}。",
    "{np}测得{size}。", "{np}（{size}）可见。", "{pic}见{np}，约{size}大小。", "{np}径线约{size}。",
    "{np}的尺寸是{size}。", "{np}最大直径达{size}。", "{np}长约{size}。", "可见大小{size}的{np}。",
)  # fmt: skip
SHARE: Final = (
    "{np}约占画面的{size}。", "{np}占图像面积的{size}。", "{np}在图中占{size}。",
    "画面{size}为{np}。",
    "{np}面积占比{size}。", "{np}占据图像约{size}的面积。",
)  # fmt: skip

COUNT: Final = (
    "可见{n}{np}。", "共见{n}{np}。", "图中有{n}{np}。", "{np}{n}。", "{np}共{n}。",
    "{np}数量为{n}。",
    "本层面{np}计{n}。", "视野内见{n}{np}。", "{pic}示{n}{np}。", "能数出{n}{np}。",
    "{np}的数目是{n}。",
    "总共{n}{np}。", "可辨{n}独立的{np}。", "{np}一共有{n}。",
)  # fmt: skip

ORGAN: Final = (
    "{org}可见。", "本层面经过{org}。", "图中可见{org}。", "{pic}显示{org}。",
    "扫描层面包括{org}。",
    "所示结构为{org}。", "{org}轮廓光整。", "可见部分{org}。", "{org}位于视野中部。", "图示{org}。",
    "{org}形态规则。", "层面位于{org}水平。", "可辨认{org}。", "{pic}包含{org}。",
    "{org}质地均匀。",
    "视野内为{org}。",
)  # fmt: skip
IN_ORGAN: Final = (
    "{org}内见{gen}。", "{gen}位于{org}。", "{org}可见{gen}。", "{org}{gen}。", "{org}有{gen}。",
    "{gen}来自{org}。", "{org}区见{gen}。", "{gen}在{org}内。", "{pic}示{org}{gen}。",
    "{org}处存在{gen}。",
)  # fmt: skip

MODALITY: Final = (
    "这是一幅{mod}。", "本图为{mod}。", "{mod}。", "图像类型为{mod}。", "所示为{mod}。",
    "{mod}，视野完整。",
    "该图属于{mod}。", "此为{mod}。", "{mod}一幅。", "这张图片是{mod}。", "本例图像是{mod}。",
    "{mod}，质量良好。",
)  # fmt: skip
PLANE: Final = (
    "本图为{plane}。", "{plane}{pic}。", "断面方位为{plane}。", "{plane}图像。", "层面为{plane}。",
    "图像取{plane}。", "这是{plane}层面。", "扫描方位：{plane}。", "{plane}，视野完整。",
    "{pic}，{plane}。",
    "图中为{plane}断面。", "该层面属{plane}。",
)  # fmt: skip
SEQUENCE: Final = (
    "序列为{seq}。", "{seq}图像。", "本图为{seq}序列。", "{seq}，视野完整。", "扫描序列：{seq}。",
    "图像采用{seq}。",
)  # fmt: skip
SECTION: Final = (
    "图像按放射学惯例显示。", "视野完整。", "图像质量良好。", "轮廓清楚。", "图像清晰。",
    "为灰阶图像。", "",
)  # fmt: skip

HEDGE: Final = (
    "可能为{np}。", "疑似{np}。", "考虑{np}。", "{np}不除外。", "{np}可能。", "不能排除{np}。",
    "可疑{np}。", "倾向{np}。", "{np}待排。", "拟诊{np}。", "疑{np}。", "或为{np}。", "似见{np}。",
    "难以除外{np}。", "{np}？",
)  # fmt: skip
TEMPORAL: Final = (
    "{noun}较前增大。", "{noun}较前缩小。", "与前片相比，{noun}无变化。", "新发{noun}。",
    "{noun}稳定。",
    "{noun}较前进展。", "{noun}较旧片好转。", "{noun}已部分吸收。", "复查见{noun}。",
    "治疗后{noun}缩小。",
    "{noun}较上次检查明显。", "{noun}近期增大。", "术后改变，见{noun}。", "{noun}随访无变化。",
)  # fmt: skip
BEYOND: Final = (
    "全身多发{noun}。", "{noun}为恶性。", "{noun}为 II 期。", "{noun}体积约 34 mL。",
    "{noun}侵犯邻近组织。",
    "建议对{noun}活检。", "{noun}应手术切除。", "此为患者最大的{noun}。", "{noun}为转移性。",
    "{noun}属高度恶性。", "需对{noun}化疗。", "{noun}可切除。", "{noun}已转移至淋巴结。",
    "应予抗生素治疗。",
    "{noun}为良性，无需处理。", "建议 6 个月后随访。",
)  # fmt: skip
POSITION: Final = (
    "{noun}位于图像{pos}。", "画面{pos}可见{noun}。", "图像{pos}有{noun}。", "{noun}在画面{pos}。",
)  # fmt: skip
