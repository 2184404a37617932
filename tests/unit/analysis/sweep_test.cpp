#include <outlay/analysis/sweep.hpp>

#include "catch.hpp"
#include "unit/analysis/asked.hpp"

#include <string>

using namespace outlay;

namespace {

question asked() { return ask(stargate_and_centre()); }

std::vector<sweep_axis> axes_of(const question& about, std::initializer_list<std::string_view> texts) {
    std::vector<sweep_axis> axes;
    for (const auto text : texts) axes.push_back(read_axis(built_in(), about.what, text).value());
    return axes;
}

/// Every number of a sweep is the one that the comparison gives for its case.
void check_all(const question& about, const sweep& swept) {
    for (std::size_t i = 0; i < swept.cases(); ++i) {
        question varied = about;
        for (std::size_t axis = 0; axis < swept.axes().size(); ++axis)
            set_input(varied, swept.axes()[axis].input, swept.axes()[axis].values[swept.value_of(i, axis)]);
        const auto expected = answer(built_in(), varied);
        REQUIRE(expected.ok());
        for (std::size_t k = 0; k < swept.outputs().size(); ++k) {
            const metric* value = find_output(*expected, swept.outputs()[k].key);
            REQUIRE(value != nullptr);
            INFO("case " << i << ", output " << k);
            CHECK(swept.at(k, i).value == value->value);
            CHECK(swept.at(k, i).missing == value->missing);
            integer top;
            integer bottom;
            const auto shown = value->known() ? representative(value->value) : std::nullopt;
            REQUIRE(swept.quotient_at(k, i, top, bottom) == shown.has_value());
            if (shown) CHECK(make_ratio(top, bottom) == *shown);
        }
    }
}

bool has_output(const sweep& swept, const output_key& key) {
    for (const auto& each : swept.outputs())
        if (each.key == key) return true;
    return false;
}

}  // namespace

TEST_CASE("a long axis is computed from powers and equals the comparison in every case") {
    const auto about = asked();
    const auto swept = sweep::run(built_in(), about, axes_of(about, {"USD/KRW=1250..1500:10"}));
    REQUIRE(swept.ok());
    CHECK(swept->cases() == 26);
    CHECK(has_output(*swept, {"Centre", "total", false}));
    CHECK(has_output(*swept, {"Centre", "total", true}));
    CHECK_FALSE(has_output(*swept, {"Stargate", "total", false}));  // it does not change
    check_all(about, *swept);
}

TEST_CASE("an unknown becomes known along an axis, and a grid of two is exact") {
    const auto about = asked();
    const auto swept =
        sweep::run(built_in(), about, axes_of(about, {"Centre.jobs=100,144,500,1000", "USD/KRW=1250..1500:10"}));
    REQUIRE(swept.ok());
    CHECK(swept->cases() == 104);
    CHECK(swept->value_of(27, 0) == 1);
    CHECK(swept->value_of(27, 1) == 1);
    CHECK(has_output(*swept, {"Centre", "per_job", false}));
    check_all(about, *swept);
}

TEST_CASE("what is no power of an input is computed point by point") {
    auto about = asked();
    about.what.assumed.discount_rate = stated_share{ratio(7) / 200, "3.5%", {}};
    const auto swept = sweep::run(
        built_in(), about,
        axes_of(about, {"discount_rate=1%..7%:0.5%", "Stargate.outlay=$100 billion..$500 billion:$100 billion"}));
    REQUIRE(swept.ok());
    CHECK(has_output(*swept, {"Stargate", "present_value", false}));
    check_all(about, *swept);
}

TEST_CASE("a realisation of 20, 50 and 80 percent scales a ceiling") {
    const auto about = asked();
    const auto swept = sweep::run(built_in(), about, axes_of(about, {"Stargate.realisation=20%,50%,80%"}));
    REQUIRE(swept.ok());
    const auto& outputs = swept->outputs();
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        if (outputs[k].key != output_key{"Stargate", "per_job", false}) continue;
        CHECK(swept->at(k, 0).value.high == ratio(1'000'000));
        CHECK(swept->at(k, 1).value.high == ratio(2'500'000));
        CHECK(swept->at(k, 2).value.high == ratio(4'000'000));
        CHECK(swept->at(k, 2).qualifier == qualifier::at_most);
    }
    check_all(about, *swept);
}

TEST_CASE("words of an axis that say nothing to vary are refused") {
    const auto about = asked();
    const auto id_of = [&](std::string_view text) {
        const auto axis = read_axis(built_in(), about.what, text);
        return axis ? std::string("fine") : axis.problems().front().id;
    };
    CHECK(id_of("USD/KRW=1250..1500:25") == "fine");
    CHECK(id_of("Stargate.jobs=50,000..100,000:10,000") == "fine");
    CHECK(id_of("USD/KRW") == "vary-malformed");
    CHECK(id_of("USD/KRW=1250..1500") == "vary-malformed");
    CHECK(id_of("USD/KRW=1500..1250:25") == "vary-order");
    CHECK(id_of("USD/KRW=1..2:0.000001") == "vary-too-many");
    CHECK(id_of("USD/KRW=1250..1500:0") == "rate-not-positive");
    CHECK(id_of("USD/KRX=1250..1500:25") == "unknown-currency");
    CHECK(id_of("Stargate.job=1..2:1") == "unknown-input");
    CHECK(id_of("Starget.jobs=1..2:1") == "unknown-input");
    CHECK(id_of("Stargate.jobs=0..2:1") == "input-not-positive");
    CHECK(id_of("Stargate.outlay=500-600 billion dollars,1") == "input-not-one-value");
}

TEST_CASE("a sweep that changes nothing, or one input twice, is refused") {
    const auto about = asked();
    const auto id_of = [&](std::initializer_list<std::string_view> texts) {
        const auto swept = sweep::run(built_in(), about, axes_of(about, texts));
        return swept ? std::string("fine") : swept.problems().front().id;
    };
    CHECK(id_of({"USD/JPY=150,160"}) == "vary-changes-nothing");
    CHECK(id_of({"USD/KRW=1400,1450", "USD/KRW=1400,1450"}) == "vary-twice");
    CHECK(id_of({"USD/KRW=1..10000:1", "Stargate.jobs=1..10000:1"}) == "vary-too-many");
}
