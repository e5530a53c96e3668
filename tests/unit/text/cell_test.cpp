#include <boost/test/unit_test.hpp>

#include <nianbao/sdk/text.hpp>

#include <string>

using nianbao::read_cell;
using nianbao::Status;

namespace {

struct Expected {
  const char* text;
  Status status;
  const char* value = "";  ///< empty: no number
  const char* unit = "";
  const char* note = "";
  bool clean = true;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cells)

BOOST_AUTO_TEST_CASE(cells_are_taken_apart) {
  for (const Expected& e : {
           Expected{"", Status::blank},
           {" \n\xC2\xA0　", Status::blank},
           {"——", Status::dash},
           {"—", Status::dash},
           {"/", Status::dash},
           {"\\", Status::dash},
           {"－", Status::dash},
           {"无", Status::stated_zero, "0"},
           {"0件", Status::reported, "0", "件"},
           {"0", Status::reported, "0"},
           {"零", Status::reported, "0"},
           {"14 . 28（亿元）", Status::reported, "14.28", "亿元"},
           {"6（期）", Status::reported, "6", "期"},
           {"22（其中修订 16 件）", Status::reported, "22", "", "其中修订 16 件"},
           {"55 （含自然失效）", Status::reported, "55", "", "含自然失效"},
           {"14.28（亿元）", Status::reported, "14.28", "亿元"},
           {"251000元", Status::reported, "251000", "元"},
           {"￥251,000.50", Status::reported, "251000.5", "元"},
           {"73802895.90元", Status::reported, "73802895.9", "元"},
           {"419 万元", Status::reported, "419", "万元"},
           {"+19", Status::reported, "19"},
           {"-197", Status::reported, "-197"},
           {"－ 197", Status::reported, "-197"},
           {"14 767", Status::reported, "14767"},
           {"2069 12106", Status::reported, "2069", "", "", false},
           {"18万余条", Status::reported, "180000", "条"},
           {"共22件", Status::reported, "22", "件", "", false},
           {"见附件", Status::reported, "", "", "", false},
           {"12（件", Status::reported, "12", "件"},
           {"3件（含上年结转1件）", Status::reported, "3", "件", "含上年结转1件"},
           {"12.5%", Status::reported, "12.5", "%"},
           {"21①", Status::reported, "21", "", "①"},
           {"21*", Status::reported, "21", "", "*"},
           {"0※", Status::reported, "0", "", "※"},
           {"3件[2]", Status::reported, "3", "件", "[2]"},
           {"12注1", Status::reported, "12", "", "注1"},
           {"12（注1）", Status::reported, "12", "", "注1"},
           {"-19²", Status::reported, "-19", "", "²"},
       }) {
    BOOST_TEST_CONTEXT(e.text) {
      const auto cell = read_cell(e.text);
      BOOST_TEST((cell.status == e.status));
      BOOST_TEST((cell.number ? cell.number->value.to_string() : "") == e.value);
      BOOST_TEST(cell.unit == e.unit);
      BOOST_TEST(cell.note == e.note);
      BOOST_TEST(cell.clean == e.clean);
    }
  }
}

BOOST_AUTO_TEST_CASE(hostile_cells_end) {
  BOOST_TEST(!read_cell(std::string(50000, '(')).clean);
  BOOST_TEST(!read_cell(std::string(50000, ')')).clean);
  BOOST_TEST(!read_cell(std::string(50000, '7')).clean);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(labels)

BOOST_AUTO_TEST_CASE(numbering_and_remarks_come_off) {
  struct Case {
    const char* label;
    const char* key;
    const char* number;
    const char* remark;
  };
  for (const Case& c : {
           Case{"一、主动公开情况", "主动公开情况", "一", ""},
           {"（一）予以公开", "予以公开", "(一)", ""},
           {"1．属于国家秘密", "属于国家秘密", "1", ""},
           {"①自然人", "自然人", "1", ""},
           {"⒈2018年新收", "2018年新收", "1", ""},
           {"㈡部分公开", "部分公开", "(二)", ""},
           {"（一）（一）予以公开", "予以公开", "(一)", ""},
           {"其中：1.国家秘密", "国家秘密", "1", ""},
           {"其中", "其中", "", ""},
           {"—其中：网上申请数", "网上申请数", "", ""},
           {"申请总数（单位：件）：", "申请总数", "", "单位:件"},
           {"总数（件", "总数", "", "件"},
           {"第二十条第（一）项", "第二十条第(一)项", "", ""},
           {"二十条", "二十条", "", ""},
           {"规章（试行）目录", "规章(试行)目录", "", ""},
           {"一", "一", "", ""},
           {"（一）", "(一)", "", ""},
           {"3.5万元", "3.5万元", "", ""},
           {"", "", "", ""},
       }) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto key = nianbao::label_key(c.label);
      BOOST_TEST(key.key == c.key);
      BOOST_TEST(key.number == c.number);
      BOOST_TEST(key.remark == c.remark);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
