"""The word lists and sentence parts of the synthetic list, and a draw that is always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from carelist.catalog.texts import find_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.yaml_writing import Value

T = TypeVar("T")


class Words(NamedTuple):
    """The same words in both languages."""

    zh: str
    en: str


def make_text(zh: str, en: str) -> Value:
    """A text of the catalog, whose English was made from this Chinese."""
    return {"zh": zh, "en": en, "digest": find_digest(zh)}


class ServiceKind(NamedTuple):
    """What sort of help a group of services gives, and two forms in which it is had."""

    group: Words
    offers: tuple[Words, Words]


class Draw:
    """Draws words in an order that depends on its seed alone (Knuth's MMIX generator)."""

    def __init__(self, seed: int) -> None:
        self._state = seed
        for _ in range(3):
            self._step()

    def of(self, words: Sequence[T]) -> T:
        """Draw one of several."""
        self._step()
        return words[(self._state >> 33) % len(words)]

    def _step(self) -> None:
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64


AGES = (
    Words("0-3岁", "aged 0 to 3"),
    Words("3-6岁", "aged 3 to 6"),
    Words("7-12岁", "aged 7 to 12"),
    Words("13-15岁", "aged 13 to 15"),
    Words("16-17岁", "aged 16 and 17"),
    Words("18岁以下", "under 18"),
)
PEOPLE = (
    Words("流动儿童", "migrant children"),
    Words("随迁学生", "pupils who moved here"),
    Words("残疾儿童", "disabled children"),
    Words("住房困难家庭的儿童", "children whose families have housing difficulties"),
    Words("父母双方务工的儿童", "children whose parents both work"),
    Words("单亲家庭的儿童", "children of single parents"),
    Words("低收入家庭的儿童", "children of families with a low income"),
    Words("需要康复训练的儿童", "children who need rehabilitation"),
    Words("寄宿在校的学生", "pupils who board at school"),
    Words("刚到本市的儿童", "children new to the city"),
)
SETTINGS = (
    Words("社区", "community"),
    Words("校园", "school"),
    Words("假期", "holiday"),
    Words("周末", "weekend"),
    Words("就近", "nearby"),
    Words("日常", "everyday"),
    Words("家庭", "family"),
    Words("医院", "hospital"),
    Words("街道", "subdistrict"),
    Words("线上", "online"),
    Words("开学", "new-term"),
    Words("冬季", "winter"),
    Words("乡镇", "township"),
    Words("场馆", "museum"),
    Words("夜间", "evening"),
    Words("急难", "urgent"),
)
FIELDS = (
    Words("阅读", "reading"),
    Words("健康", "health"),
    Words("营养", "nutrition"),
    Words("口腔", "dental"),
    Words("视力", "eyesight"),
    Words("心理", "counselling"),
    Words("语言", "language"),
    Words("音乐", "music"),
    Words("美术", "art"),
    Words("体育", "sports"),
    Words("科学", "science"),
    Words("法律", "legal"),
    Words("安全", "safety"),
    Words("交通", "transport"),
    Words("住房", "housing"),
    Words("康复", "rehabilitation"),
    Words("入学", "enrolment"),
    Words("托育", "childcare"),
    Words("用餐", "meal"),
    Words("游泳", "swimming"),
    Words("急救", "first-aid"),
    Words("户外", "outdoor"),
    Words("职业", "vocational"),
    Words("升学", "further-study"),
)
KINDS = (
    ServiceKind(
        Words("指导服务", "guidance"), (Words("指导课", "lessons"), Words("上门指导", "visits"))
    ),
    ServiceKind(
        Words("补助服务", "aid"), (Words("补助金", "allowance"), Words("用品补助", "supplies"))
    ),
    ServiceKind(
        Words("陪伴服务", "company"), (Words("伙伴", "companions"), Words("小组", "circle"))
    ),
    ServiceKind(Words("咨询服务", "advice"), (Words("热线", "line"), Words("咨询窗口", "desk"))),
    ServiceKind(
        Words("评估服务", "assessment"), (Words("初评", "screening"), Words("复评", "review"))
    ),
    ServiceKind(
        Words("救助服务", "relief"), (Words("临时救助", "grant"), Words("转介", "referral"))
    ),
    ServiceKind(
        Words("保障服务", "support"), (Words("保障金", "benefit"), Words("实物保障", "kit"))
    ),
    ServiceKind(
        Words("培训服务", "training"), (Words("培训班", "course"), Words("实训", "practice"))
    ),
    ServiceKind(
        Words("减免服务", "waivers"), (Words("费用减免", "waiver"), Words("优惠卡", "card"))
    ),
    ServiceKind(Words("接送服务", "escort"), (Words("班车", "bus"), Words("接送卡", "pass"))),
    ServiceKind(
        Words("筛查服务", "checks"), (Words("年度筛查", "checkup"), Words("档案", "record"))
    ),
    ServiceKind(
        Words("照护服务", "care"), (Words("日间照护", "day-care"), Words("喘息照护", "respite"))
    ),
    ServiceKind(
        Words("活动服务", "events"), (Words("开放日", "open-day"), Words("夏令营", "camp"))
    ),
    ServiceKind(
        Words("维权服务", "rights"), (Words("代理", "counsel"), Words("调解", "mediation"))
    ),
    ServiceKind(
        Words("登记服务", "registration"), (Words("登记", "entry"), Words("转移", "transfer"))
    ),
    ServiceKind(
        Words("志愿服务", "volunteering"), (Words("志愿队", "team"), Words("结对", "pairing"))
    ),
)
CONDITIONS = (
    Words("符合条件的家庭经济困难儿童", "eligible children from families in financial difficulty"),
    Words("符合条件的流动儿童", "eligible migrant children"),
    Words("持有居住证满一年的家庭", "families who have held a residence permit for a year"),
    Words("父母一方在本市就业的儿童", "children one of whose parents works in the city"),
    Words("已在本市学校就读的学生", "pupils already enrolled at a school in the city"),
    Words("经评估确有需要的儿童", "children found by an assessment to be in need"),
    Words("孤儿和事实无人抚养儿童", "orphans and de facto unattended children"),
    Words("领取最低生活保障金的家庭", "families receiving the subsistence allowance"),
)
ANYONE = Words("居住在本市的儿童", "children living in the city")
ACTS = (
    Words("提供", "Provide"),
    Words("安排", "Arrange"),
    Words("开展", "Carry out"),
    Words("落实", "Put into effect"),
    Words("协助办理", "Help to obtain"),
    Words("优先提供", "Give priority in providing"),
)
THINGS = (
    Words("交通补贴", "a travel allowance"),
    Words("健康体检", "a health check"),
    Words("课后辅导", "after-school tutoring"),
    Words("生活补助", "a living subsidy"),
    Words("康复训练", "rehabilitation training"),
    Words("图书借阅", "the lending of books"),
    Words("营养餐", "nutritious meals"),
    Words("心理辅导", "psychological support"),
    Words("法律援助", "legal aid"),
    Words("租房补贴", "a rent subsidy"),
    Words("亲子活动", "activities for parents and children"),
    Words("预防接种", "vaccination"),
)
PLACES = (
    Words("由街道服务站就近受理", "handled by the subdistrict service station nearby"),
    Words("由就读学校统一登记", "registered by the school that the child attends"),
    Words("由社区卫生服务中心负责", "under the community health centre"),
    Words("可以在网上提出申请", "with applications accepted online"),
    Words("由居住地民政窗口转办", "passed on by the civil affairs desk where the family lives"),
    Words("由定点机构承担", "delivered by designated institutions"),
)
MANNERS = (
    Words("每学期办理一次", "once every term"),
    Words("全年常态化进行", "all the year round"),
    Words("所需费用由财政承担", "at public expense"),
    Words("十个工作日内答复", "with an answer within ten working days"),
    Words("标准按当年规定执行", "at the rates set for the year"),
    Words("不再要求重复提交材料", "without papers having to be handed in twice"),
)
DUTIES = (
    Words("把这项工作列入议事日程", "put this work on their agenda"),
    Words("定期会商重点难点问题", "consult regularly on key and difficult problems"),
    Words("建立健全信息共享机制", "set up and improve the sharing of information"),
    Words("选优配强工作人员", "choose capable people for the work"),
    Words("切实保护儿童个人隐私", "protect children's personal privacy effectively"),
    Words("统筹使用各类资金", "use funds of all kinds in a coordinated way"),
    Words("加强对本系统的指导监督", "strengthen guidance within their own systems"),
    Words("及时回应家长关切", "respond promptly to parents' concerns"),
    Words("总结推广有效做法", "sum up and spread what has worked"),
)
