package fi.kumppani.grants.alongside;

import fi.kumppani.grants.alongside.Alongside.Other;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.eligibility.EarlierApplications;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.power.DecisionPowers;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what else is applied for in the same municipality, by look-ups of ids alone. */
@Service
public class ReadAlongside {

    private final EarlierApplications earlier;
    private final GrantApplications applications;
    private final GrantCalls calls;
    private final DecisionPowers powers;
    private final JudgeImpartiality impartiality;
    private final Clock clock;

    ReadAlongside(
            EarlierApplications earlier,
            GrantApplications applications,
            GrantCalls calls,
            DecisionPowers powers,
            JudgeImpartiality impartiality,
            Clock clock) {
        this.earlier = earlier;
        this.applications = applications;
        this.calls = calls;
        this.powers = powers;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /**
     * What stands beside an application: of each who applies, all that is handed in for the same
     * budget year, not withdrawn and not refused.
     *
     * @param reader as the identity provider's opaque {@code sub}
     */
    public Alongside of(GrantApplication application, String reader) {
        Map<String, Earlier> entries = entries(application);
        List<GrantApplication> found =
                applications
                        .findAll(entries.keySet().stream().map(ApplicationId::new).toList())
                        .values()
                        .stream()
                        .map(Stored::body)
                        .filter(each -> each.arrived().isPresent())
                        .sorted(Comparator.comparing(ReadAlongside::id))
                        .toList();
        var closed =
                impartiality
                        .ofAll(reader, found.stream().map(GrantApplication::matter).toList())
                        .keySet();
        List<Other> others =
                found.stream()
                        .filter(each -> !closed.contains(id(each)))
                        .map(each -> other(each, entries))
                        .toList();
        CallTerms terms = calls.terms(application.filing().call());
        Euros own = amount(application);
        Euros together =
                others.stream().map(each -> each.entry().amount()).reduce(own, Euros::plus);
        return new Alongside(others, together, passed(terms.scheme().kind(), own, others));
    }

    private Map<String, Earlier> entries(GrantApplication application) {
        Map<String, Earlier> entries = new LinkedHashMap<>();
        application.matter().applicants().stream()
                .flatMap(each -> earlier.of(each, application.filing().year()).stream())
                .filter(each -> !each.application().equals(id(application)))
                .forEach(each -> entries.merge(each.application(), each, (one, _) -> one));
        return entries;
    }

    private Other other(GrantApplication application, Map<String, Earlier> entries) {
        Earlier entry = entries.get(id(application));
        if (entry == null) {
            throw new IllegalStateException("An application nobody asked for");
        }
        return new Other(application, entry, calls.terms(entry.call()).title());
    }

    private List<DecisionPower> passed(GrantKind kind, Euros own, List<Other> others) {
        LocalDate today = FinnishTime.today(clock);
        Euros ofKind =
                others.stream()
                        .map(Other::entry)
                        .filter(each -> each.kind() == kind)
                        .map(Earlier::amount)
                        .reduce(own, Euros::plus);
        return powers.all().on(today).stream()
                .filter(each -> each.isFor(kind))
                .filter(each -> each.covers(own) && !each.covers(ofKind))
                .toList();
    }

    private static Euros amount(GrantApplication application) {
        return application
                .decided()
                .map(decided -> decided.decision().granted())
                .orElseGet(() -> application.proposal().requested());
    }

    private static String id(GrantApplication application) {
        return application.filing().id().value();
    }
}
