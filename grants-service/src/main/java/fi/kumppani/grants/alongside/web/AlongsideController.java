package fi.kumppani.grants.alongside.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.alongside.Alongside;
import fi.kumppani.grants.alongside.ReadAlongside;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** What those who apply have applied for besides, in this municipality and budget year. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/alongside")
class AlongsideController {

    private final ReadAlongside readAlongside;
    private final Callers callers;

    AlongsideController(ReadAlongside readAlongside, Callers callers) {
        this.readAlongside = readAlongside;
        this.callers = callers;
    }

    /** The earliest first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    AlongsideView all(@PathVariable String id, CurrentUser user) {
        GrantApplication application = callers.handleable(new ApplicationId(id), user).body();
        return AlongsideView.of(application, readAlongside.of(application, user.subject()));
    }

    /**
     * What stands beside an application.
     *
     * @param together what is asked for or granted in all, with the application itself
     * @param passedLimits of powers to decide that the application keeps, and that all of its kind
     *     together do not: one purpose may be split
     */
    record AlongsideView(
            int year, Euros together, List<OtherView> items, List<LimitView> passedLimits) {

        static AlongsideView of(GrantApplication application, Alongside alongside) {
            return new AlongsideView(
                    application.filing().year(),
                    alongside.together(),
                    alongside.others().stream()
                            .map(each -> OtherView.of(application, each))
                            .toList(),
                    alongside.passed().stream().map(LimitView::of).toList());
        }
    }

    /**
     * Another application.
     *
     * @param isSameCall whether it answers the same call
     * @param isOfPartner whether another association is its applicant, and one of those who apply
     *     here takes part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OtherView(
            String applicationId,
            @Nullable String diaryNumber,
            String callId,
            LocalizedText callTitle,
            String kind,
            boolean isSameCall,
            boolean isOfPartner,
            String status,
            Euros requested,
            @Nullable Euros granted) {

        static OtherView of(GrantApplication beside, Alongside.Other other) {
            GrantApplication application = other.application();
            return new OtherView(
                    application.filing().id().value(),
                    application.arrived().map(Receipt::number).map(Object::toString).orElse(null),
                    application.filing().call().value(),
                    other.callTitle(),
                    WireCodes.of(other.entry().kind()),
                    application.filing().call().equals(beside.filing().call()),
                    other.entry().asPartner(),
                    application.status(),
                    application.proposal().requested(),
                    application
                            .decided()
                            .map(GrantApplication.Decided::decision)
                            .map(Decision::granted)
                            .orElse(null));
        }
    }

    /** The limit of a power to decide. */
    record LimitView(String title, Euros limit, String rule) {

        static LimitView of(DecisionPower power) {
            return new LimitView(
                    power.terms().title(),
                    Objects.requireNonNull(power.terms().limit()),
                    power.terms().rule());
        }
    }
}
