package fi.kumppani.grants.transfer.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.supplement.SupplementBody;
import fi.kumppani.grants.transfer.TransferApplication;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** Moves an application under another call. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/transfer")
class TransferController {

    private final TransferApplication transferApplication;
    private final Callers callers;
    private final Clock clock;

    TransferController(TransferApplication transferApplication, Callers callers, Clock clock) {
        this.transferApplication = transferApplication;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Where it goes on.
     *
     * @param callId the other call
     * @param supplement what is missing for it there, and until when; needed when something is
     */
    record TransferRequest(
            @NotBlank @Size(max = 64) String callId, @Nullable @Valid SupplementBody supplement) {}

    /**
     * Where it went.
     *
     * @param applicationId the application as which it goes on
     */
    record TransferView(String applicationId, String callId) {}

    /** Moves an application that waits to be decided; said again, it is told where it went. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping
    TransferView transfer(
            @PathVariable String id,
            @Valid @RequestBody TransferRequest request,
            IfMatch seen,
            CurrentUser user) {
        callers.requireToldWhoApplies(callers.handleable(new ApplicationId(id), user).body(), user);
        SupplementBody supplement = request.supplement();
        return switch (transferApplication
                .transfer(
                        new ApplicationId(id),
                        new CallId(request.callId()),
                        supplement == null ? null : supplement.read(clock),
                        seen.version())
                .orElseThrow(Problems::notFound)) {
            case TransferApplication.Result.Done(var transfer) ->
                    new TransferView(transfer.to().value(), transfer.call().value());
            case TransferApplication.Result.CallUnknown _ ->
                    throw Problems.invalid("callId", "unknown", "There is no such call");
            case TransferApplication.Result.Refused(var reason) -> throw Problems.refused(reason);
            case TransferApplication.Result.Incomplete(var missing) -> {
                FieldErrors errors = new FieldErrors();
                missing.forEach(
                        each ->
                                errors.add(
                                        "supplement",
                                        "required",
                                        "Ask for " + each.field() + ", which this call needs"));
                throw Problems.invalid(errors.all());
            }
        };
    }
}
