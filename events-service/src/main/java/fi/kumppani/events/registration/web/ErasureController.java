package fi.kumppani.events.registration.web;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.registration.ForgetPerson;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erases what is known of somebody who registered, when they ask for it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}")
class ErasureController {

    private final ForgetPerson forgetPerson;
    private final RegistrationLinks links;

    ErasureController(ForgetPerson forgetPerson, RegistrationLinks links) {
        this.forgetPerson = forgetPerson;
        this.links = links;
    }

    /** For whoever holds the link, which opens nothing afterwards. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/registrations/{number}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void eraseByLink(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = RegistrationController.TOKEN, required = false)
                    @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        RegistrationStatus status =
                links.open(id(event, number), token).orElseThrow(Problems::notFound);
        forget(status.registration().id(), Actor.REGISTRANT, null);
    }

    /** For somebody who asked the organiser; the reason stays in the journal. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/participants/{number}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody ReasonRequest request,
            CurrentUser user) {
        forget(id(event, number), Actor.coordinator(user.subject()), request.reason());
    }

    private void forget(RegistrationId id, Actor by, @Nullable String reason) {
        var _ = forgetPerson.forget(id, by, reason).orElseThrow(Problems::notFound);
    }

    private static RegistrationId id(String event, String number) {
        return RegistrationId.parse(event + ":" + number).orElseThrow(Problems::notFound);
    }
}
