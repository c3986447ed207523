package fi.kumppani.grants.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Programmes;
import fi.kumppani.grants.Programmes.Case;
import fi.kumppani.grants.Programmes.Programme;
import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.Answer;
import fi.kumppani.grants.eligibility.Circumstances;
import fi.kumppani.grants.eligibility.Companions;
import fi.kumppani.grants.eligibility.EligibilityRules;
import fi.kumppani.grants.eligibility.Judgement;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What real municipalities grant by is data: each of their programmes, by what it allows and what
 * it refuses.
 */
class ProgrammeTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> allowsAndRefusesAsItsMunicipalityDoes() {
        return Programmes.all().stream()
                .flatMap(
                        programme ->
                                programme.cases().stream()
                                        .map(
                                                each ->
                                                        DynamicTest.dynamicTest(
                                                                programme + ": " + each.what(),
                                                                () -> holds(programme, each))));
    }

    @Test
    void knowsAllOfThem() {
        assertThat(Programmes.all()).hasSizeGreaterThanOrEqualTo(17);
    }

    @TestFactory
    Stream<DynamicTest> tellsBackAllThatItsMunicipalitySaid() {
        return Programmes.all().stream()
                .map(
                        programme ->
                                DynamicTest.dynamicTest(
                                        programme.toString(),
                                        () ->
                                                assertTold(
                                                        programme.call().get("scheme"),
                                                        JSON.valueToTree(
                                                                SchemeBody.of(scheme(programme))),
                                                        "scheme")));
    }

    @TestFactory
    Stream<DynamicTest> asksHowTheMoneyWasUsedUnlessItIsPaidBack() {
        return Programmes.all().stream()
                .map(
                        programme ->
                                DynamicTest.dynamicTest(
                                        programme.toString(),
                                        () ->
                                                assertThat(scheme(programme).report() == null)
                                                        .isEqualTo(
                                                                scheme(programme).kind()
                                                                        == GrantKind
                                                                                .START_UP_LOAN)));
    }

    @Test
    void coversEveryKindOfGrant() {
        assertThat(Programmes.all())
                .extracting(each -> scheme(each).kind())
                .containsAll(EnumSet.complementOf(EnumSet.of(GrantKind.GENERAL)));
    }

    /** Whether all of what was written is told, whatever is told besides. */
    private static void assertTold(JsonNode written, JsonNode told, String where) {
        if (written.isObject()) {
            written.properties()
                    .forEach(
                            each ->
                                    assertTold(
                                            each.getValue(),
                                            told.path(each.getKey()),
                                            where + "." + each.getKey()));
        } else if (written.isArray()) {
            assertThat(told).as(where).hasSameSizeAs(written);
            for (int i = 0; i < written.size(); i++) {
                assertTold(written.get(i), told.get(i), where + "[" + i + "]");
            }
        } else {
            assertThat(told.asString("")).as(where).isEqualTo(written.asString());
        }
    }

    private static Scheme scheme(Programme programme) {
        return JSON.treeToValue(programme.call(), CallRequest.class).terms().scheme();
    }

    private static void holds(Programme programme, Case each) {
        CallTerms terms = JSON.treeToValue(programme.call(), CallRequest.class).terms();
        MunicipalityCode here = new MunicipalityCode("743");
        var applicant =
                new Applicant(
                        GrantApplicationFixtures.ASSOCIATION,
                        LocalizedText.finnish("Yhdistys"),
                        each.formOr(terms.eligibleForms().iterator().next()),
                        each.isFromElsewhere() ? new MunicipalityCode("179") : here,
                        true);
        var plan =
                new Plan(
                        each.requested(),
                        each.totalCost(),
                        each.events(),
                        each.beginsOn(),
                        each.endsOn(),
                        each.declaredOrNone());
        var circumstances =
                new Circumstances(
                        each.at(),
                        here,
                        GrantApplicationFixtures.CALL,
                        Optional.of(applicant),
                        each.hasMoneyLeft(),
                        each.earlier(),
                        each.reportOverdueSince(),
                        Companions.NONE);

        List<String> against = new ArrayList<>();
        for (Judgement judgement : EligibilityRules.judge(terms, plan, circumstances)) {
            switch (judgement.answer()) {
                case Answer.Yes _ -> {}
                case Answer.No(var because, _) -> against.add(because.code());
                case Answer.Open(_, var because) -> against.add(because.code());
            }
        }

        assertThat(against).isEqualTo(each.because());
    }
}
