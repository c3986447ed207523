package fi.kumppani.grants.sending.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.sending.SendingTarget;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where an application is to go as well.
 *
 * @param targets at most ten, each in a municipality of its own
 */
record SendingRequest(
        @NotEmpty @Size(max = SendingRequest.MOST) List<@NotNull @Valid TargetBody> targets) {

    static final int MOST = 10;

    /**
     * A call of another municipality.
     *
     * @param municipality its code
     */
    record TargetBody(
            @NotNull @Pattern(regexp = "[0-9]{3}", message = "A municipality code")
                    String municipality,
            @NotBlank @Size(max = 64) String callId) {}

    /**
     * The targets.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every target at fault
     */
    List<SendingTarget> read(MunicipalityCode home) {
        FieldErrors errors = new FieldErrors();
        Set<MunicipalityCode> seen = new HashSet<>();
        List<SendingTarget> read = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            var municipality = new MunicipalityCode(targets.get(i).municipality());
            String field = "targets[" + i + "].municipality";
            if (municipality.equals(home)) {
                errors.add(field, "own", "In its own municipality it is copied");
            } else if (!seen.add(municipality)) {
                errors.add(field, "twice", "One call of each municipality");
            }
            read.add(new SendingTarget(municipality, new CallId(targets.get(i).callId())));
        }
        errors.throwIfAny();
        return read;
    }
}
