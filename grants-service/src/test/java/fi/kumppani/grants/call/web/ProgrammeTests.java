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
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
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
                        null,
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
