package fi.kumppani.newsletter.sender.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.ReaderLanguage;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.sender.CheckDomain;
import fi.kumppani.newsletter.sender.DescribeSender;
import fi.kumppani.newsletter.sender.DescribeSender.Description;
import fi.kumppani.newsletter.sender.SenderProfile;
import fi.kumppani.newsletter.sender.SenderProfiles;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.Optional;

/** Whom a municipality's letters come from. */
@RestController
@RequestMapping("/v1/municipalities/{code}/sender")
class SenderController {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final SenderProfiles profiles;
    private final DescribeSender describeSender;
    private final CheckDomain checkDomain;
    private final Senders senders;

    SenderController(
            SenderProfiles profiles,
            DescribeSender describeSender,
            CheckDomain checkDomain,
            Senders senders) {
        this.profiles = profiles;
        this.describeSender = describeSender;
        this.checkDomain = checkDomain;
        this.senders = senders;
    }

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    ResponseEntity<SenderView> show(@PathVariable String code, ReaderLanguage reader) {
        return view(profiles.current(), reader);
    }

    /** Describes a sender of the municipality's own; it is in use once its records were seen. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<SenderView> describe(
            @PathVariable String code,
            @Valid @RequestBody SenderRequest request,
            IfMatch ifMatch,
            ReaderLanguage reader) {
        return switch (describeSender.describe(ifMatch.version(), request.toWish())) {
            case Description.Kept(var sender) -> view(sender, reader);
            case Description.PasswordNeeded _ ->
                    throw Problems.invalid(
                            "server.password",
                            "not-null",
                            "No password is known for this server and name");
        };
    }

    /** Gives the own sender up, with its keys. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String code, IfMatch ifMatch) {
        describeSender.withdraw(ifMatch.version());
    }

    /** Looks now which records its domain publishes. */
    @OpenToRoles(Role.COORDINATOR)
    @RateLimited
    @PostMapping("/checks")
    ResponseEntity<SenderView> check(@PathVariable String code, ReaderLanguage reader) {
        return switch (checkDomain.look()) {
            case DONE -> view(profiles.current(), reader);
            case NO_SENDER -> throw Problems.refused("no-sender", null);
            case UNANSWERED -> throw Problems.unavailable(SOON);
        };
    }

    private ResponseEntity<SenderView> view(
            Stored<Optional<SenderProfile>> stored, ReaderLanguage reader) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(
                        new SenderView(
                                senders.of(reader.language()).address().value(),
                                stored.body()
                                        .map(own -> SenderView.own(own, checkDomain.wanted(own)))
                                        .orElse(null)));
    }
}
