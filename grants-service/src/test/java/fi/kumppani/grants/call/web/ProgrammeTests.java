package fi.kumppani.grants.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Programmes;
import fi.kumppani.grants.Programmes.Case;
import fi.kumppani.grants.Programmes.Programme;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.scheme.WireCodes;

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
        var proposal =
                new Proposal(
                        "Tarkoitus", each.requested(), each.events(), null, each.totalCost(), null);
        AssociationForm form = terms.eligibleForms().iterator().next();
        List<String> objections = new ArrayList<>();
        if (terms.isOpen(each.at()) && each.hasMoneyLeft()) {
            terms.scheme()
                    .objections(proposal.ask(), terms.capPerApplication())
                    .forEach(objection -> objections.add(WireCodes.of(objection)));
            assertThat(objections).isEqualTo(each.because());
        }
        Optional<String> refusal =
                switch (GrantApplicationFixtures.draft("1")
                        .with(proposal)
                        .eligibility(
                                terms,
                                GrantApplicationFixtures.applicant(form, true),
                                each.hasMoneyLeft(),
                                each.at())) {
                    case GrantApplication.Eligibility.Eligible _ -> Optional.empty();
                    case GrantApplication.Eligibility.Ineligible(var reason) ->
                            Optional.of(WireCodes.of(reason));
                };
        assertThat(refusal).isEqualTo(each.because().stream().findFirst());
    }
}
