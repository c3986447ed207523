package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries out decisions that came from the case-management system. The case says first that one
 * came; then the application is decided under the request of that decision, which is answered once
 * however often it is asked; then the case goes where the answer leads. Whoever meets a case
 * between these finishes it.
 */
@Service
public class CarryOutCase extends LeftWork {

    private final CaseFiles cases;
    private final UnfinishedCases unfinished;
    private final DecideGrantApplication decideGrantApplication;
    private final Clock clock;

    CarryOutCase(
            CaseFiles cases,
            UnfinishedCases unfinished,
            DecideGrantApplication decideGrantApplication,
            Clock clock) {
        this.cases = cases;
        this.unfinished = unfinished;
        this.decideGrantApplication = decideGrantApplication;
        this.clock = clock;
    }

    /** The case of an application, after its decision is carried out if one had come. */
    public Optional<Stored<CaseFile>> load(ApplicationId application) {
        Optional<Stored<CaseFile>> found = cases.find(application);
        if (found.map(Stored::body).orElse(null) instanceof CaseFile.Deciding deciding) {
            var _ = carryOut(deciding);
            return cases.find(application);
        }
        return found;
    }

    /** Carries this decision out; what the application's decision came to. */
    DecideGrantApplication.Result carryOut(CaseFile.Deciding deciding) {
        ApplicationId application = deciding.head().application();
        DecideGrantApplication.Result result =
                decideGrantApplication
                        .decide(application, deciding.request())
                        .orElseThrow(() -> new IllegalStateException("A case of nothing"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var _ =
                cases.change(
                        application,
                        OptionalLong.empty(),
                        file -> settle(file, deciding, result, now));
        return result;
    }

    private static CaseFiles.Step<Boolean> settle(
            CaseFile file,
            CaseFile.Deciding seen,
            DecideGrantApplication.Result result,
            Instant now) {
        if (!(file instanceof CaseFile.Deciding deciding)
                || !deciding.request().request().equals(seen.request().request())) {
            return CaseFiles.Step.stay(false);
        }
        return CaseFiles.Step.to(
                reason(result)
                        .<CaseFile>map(code -> deciding.refuse(code, now))
                        .orElseGet(deciding::carriedOut),
                true);
    }

    private static Optional<String> reason(DecideGrantApplication.Result result) {
        return switch (result) {
            case DecideGrantApplication.Result.Made _ -> Optional.empty();
            case DecideGrantApplication.Result.Refused(var why) -> Optional.of(WireCodes.of(why));
            case DecideGrantApplication.Result.OverAid _ ->
                    Optional.of(WireCodes.of(Refusal.OVER_DE_MINIMIS));
            case DecideGrantApplication.Result.OwesReport _ ->
                    Optional.of(WireCodes.of(Refusal.REPORT_OVERDUE));
            case DecideGrantApplication.Result.Disqualified _ -> Optional.of("disqualified");
            case DecideGrantApplication.Result.Powerless(var why) -> Optional.of(why.code());
            case DecideGrantApplication.Result.KeyReused _ -> Optional.of("idempotency-key-reused");
        };
    }

    @Override
    public void finishAll() {
        unfinished.forEach(
                application ->
                        attempt(
                                application,
                                () -> {
                                    var _ = load(application);
                                }));
    }
}
