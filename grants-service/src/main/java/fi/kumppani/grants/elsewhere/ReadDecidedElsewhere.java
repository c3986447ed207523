package fi.kumppani.grants.elsewhere;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows what other municipalities have decided about the association that applies, in the same
 * budget year. The one place where a municipality's view reaches over its border: it reads what was
 * told to everybody, and nothing of what is undecided.
 */
@Service
public class ReadDecidedElsewhere {

    private final ToldDecisions told;

    ReadDecidedElsewhere(ToldDecisions told) {
        this.told = told;
    }

    /**
     * The latest decision first, of all who apply; nothing of the current municipality. What some
     * of them applied for together stands there once.
     */
    public List<DecidedElsewhere> of(GrantApplication application) {
        MunicipalityCode here = Tenancy.current();
        Map<ApplicationId, ToldDecision> byApplication =
                application.matter().applicants().stream()
                        .flatMap(each -> told.of(each, application.filing().year()).stream())
                        .filter(each -> !each.municipality().equals(here))
                        .collect(
                                Collectors.toMap(
                                        ToldDecision::application,
                                        each -> each,
                                        (one, same) -> one));
        List<ToldDecision> found =
                byApplication.values().stream()
                        .sorted(Comparator.comparing(ToldDecision::decidedOn).reversed())
                        .toList();
        Map<CallId, ToldDecisions.ToldCall> calls =
                told.calls(found.stream().map(ToldDecision::call).distinct().toList());
        return found.stream()
                .map(
                        each -> {
                            ToldDecisions.ToldCall call = calls.get(each.call());
                            return new DecidedElsewhere(
                                    each.municipality(),
                                    call == null ? null : call.title(),
                                    call == null ? null : call.kind(),
                                    each.requested(),
                                    each.granted(),
                                    each.outcome(),
                                    each.decidedOn());
                        })
                .toList();
    }
}
